// A key-value store over TCP, one command a line: SET <key> <bytes>, GET <key>. One client at a time.
// With --leak it forgets to free what a SET replaces.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <malloc.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { KEYS = 1024 };

static char *values[KEYS];
static size_t sizes[KEYS];

static void set(unsigned key, size_t bytes, bool leak) {
  if (!leak) free(values[key]);
  values[key] = malloc(bytes);
  if (values[key] == NULL) abort();
  memset(values[key], 'x', bytes);
  sizes[key] = bytes;
}

// What malloc has given out and not got back, as Prometheus reads it.
static void answer_metrics(int client) {
  struct mallinfo2 info = mallinfo2();
  dprintf(client, "HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4\r\nConnection: close\r\n\r\n");
  dprintf(client, "# TYPE malloc_in_use_bytes gauge\nmalloc_in_use_bytes %zu\n", info.uordblks + info.hblkhd);
}

static bool is_end_of_headers(const char *line) { return line[0] == '\r' || line[0] == '\n'; }

static void serve(int client, FILE *requests, bool leak) {
  char line[256];
  unsigned key;
  size_t bytes;
  while (fgets(line, sizeof line, requests) != NULL) {
    if (strncmp(line, "GET /metrics ", 13) == 0) {
      // A socket that is closed with unread bytes is reset, and the answer lost.
      while (fgets(line, sizeof line, requests) != NULL && !is_end_of_headers(line)) continue;
      answer_metrics(client);
      return;
    }
    if (sscanf(line, "SET %u %zu", &key, &bytes) == 2 && key < KEYS) {
      set(key, bytes, leak);
      dprintf(client, "OK\n");
    } else if (sscanf(line, "GET %u", &key) == 1 && key < KEYS) {
      dprintf(client, "%zu\n", sizes[key]);
    } else {
      dprintf(client, "?\n");
    }
  }
}

static int listen_on(int port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((in_port_t)port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int server = socket(AF_INET, SOCK_STREAM, 0);
  bool listens = bind(server, (struct sockaddr *)&address, sizeof address) == 0 && listen(server, 16) == 0;
  return listens ? server : -1;
}

int main(int count, char **given) {
  if (count < 2) {
    fprintf(stderr, "usage: %s <port> [--leak]\n", given[0]);
    return 2;
  }
  bool leak = count > 2 && strcmp(given[2], "--leak") == 0;
  int server = listen_on(atoi(given[1]));
  if (server < 0) {
    perror("cannot listen");
    return 1;
  }
  signal(SIGPIPE, SIG_IGN);
  for (;;) {
    int client = accept(server, NULL, NULL);
    FILE *requests = client < 0 ? NULL : fdopen(client, "r");
    if (requests == NULL) continue;
    serve(client, requests, leak);
    fclose(requests);
  }
}
