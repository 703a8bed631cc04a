//! A full-text index over TCP, one request a connection:
//!
//!     put <id> <text>     index a document, in place of the one it had under that id
//!     find <word>         how many documents have the word
//!     GET /metrics        what the program's own allocator has given out, for Prometheus
//!
//! `index-daemon serve <port> [--leak]` is the daemon; `index-daemon load <port> <iteration>` replaces a hundred documents.

mod counting_allocator;
mod index;

use index::Index;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};

#[global_allocator]
static ALLOCATOR: counting_allocator::CountingAllocator = counting_allocator::CountingAllocator;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["serve", port] => serve(port, false),
        ["serve", port, "--leak"] => serve(port, true),
        ["load", port, iteration] => load(port, iteration),
        _ => {
            eprintln!("usage: index-daemon serve <port> [--leak] | load <port> <iteration>");
            std::process::exit(2);
        }
    };
    if let Err(error) = outcome {
        eprintln!("index-daemon: {error}");
        std::process::exit(1);
    }
}

fn serve(port: &str, leak: bool) -> std::io::Result<()> {
    let listener = TcpListener::bind(format!("127.0.0.1:{port}"))?;
    let mut index = Index::new(leak);
    for stream in listener.incoming() {
        // Whoever hangs up early is no reason to stop.
        let _ = answer(stream?, &mut index);
    }
    Ok(())
}

fn answer(stream: TcpStream, index: &mut Index) -> std::io::Result<()> {
    let mut reader = BufReader::new(&stream);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let reply = match line
        .trim_end()
        .splitn(3, ' ')
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["put", id, text] => {
            index.put(id, text);
            "ok\n".to_string()
        }
        ["find", word] => format!("{}\n", index.find(word)),
        ["GET", "/metrics", _] => {
            let body = format!("index_live_bytes {}\n", counting_allocator::live_bytes());
            format!(
                "HTTP/1.0 200 OK\r\nContent-Length: {}\r\n\r\n{body}",
                body.len()
            )
        }
        _ => "unknown request\n".to_string(),
    };
    (&stream).write_all(reply.as_bytes())
}

const DOCUMENTS: usize = 100;
const WORDS: usize = 200;

/// Every iteration has other words than the one before, as many of the same length.
fn load(port: &str, iteration: &str) -> std::io::Result<()> {
    let round: usize = iteration.parse().unwrap_or(0);
    for document in 0..DOCUMENTS {
        let text: Vec<String> = (0..WORDS)
            .map(|word| {
                format!(
                    "word{:05}",
                    (round * 7919 + document * 31 + word * 13) % 5000
                )
            })
            .collect();
        let mut stream = TcpStream::connect(format!("127.0.0.1:{port}"))?;
        writeln!(stream, "put document{document} {}", text.join(" "))?;
        let mut reply = String::new();
        stream.read_to_string(&mut reply)?;
        if reply != "ok\n" {
            let message = format!("the daemon answered {reply:?}");
            return Err(std::io::Error::new(std::io::ErrorKind::Other, message));
        }
    }
    Ok(())
}
