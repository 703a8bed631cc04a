// A small key-value store over TCP: SET <key> <bytes>, GET <key>, DEL <key>, one command a line. With --leak it forgets to free
// what a SET replaces.
#include <arpa/inet.h>
#include <malloc.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { SLOTS = 1024, LINE = 256 };

static char *values[SLOTS];
static size_t sizes[SLOTS];
static int leaks = 0;

static void set(unsigned key, size_t bytes) {
  unsigned slot = key % SLOTS;
  if (!leaks) free(values[slot]);
  values[slot] = malloc(bytes);
  if (values[slot] == NULL) exit(1);
  memset(values[slot], (int)key, bytes);
  sizes[slot] = bytes;
}

// What the allocator says is in use, as Prometheus reads it.
static void metrics(FILE *client) {
  struct mallinfo2 info = mallinfo2();
  fprintf(client, "HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4\r\nConnection: close\r\n\r\n");
  fprintf(client, "# HELP malloc_in_use_bytes Bytes that malloc gave out.\n# TYPE malloc_in_use_bytes gauge\n");
  fprintf(client, "malloc_in_use_bytes %zu\n", info.uordblks + info.hblkhd);
}

// Answers until the client goes.
static void serve(FILE *client) {
  char line[LINE];
  unsigned key;
  size_t bytes;
  while (fgets(line, sizeof line, client) != NULL) {
    if (strncmp(line, "GET /metrics", 12) == 0) {
      while (fgets(line, sizeof line, client) != NULL && line[0] != '\r' && line[0] != '\n') continue;
      fseek(client, 0, SEEK_CUR);
      metrics(client);
      return;
    }
    fseek(client, 0, SEEK_CUR);
    if (sscanf(line, "SET %u %zu", &key, &bytes) == 2) {
      set(key, bytes);
      fprintf(client, "OK\n");
    } else if (sscanf(line, "GET %u", &key) == 1) {
      fprintf(client, "%zu\n", sizes[key % SLOTS]);
    } else {
      fprintf(client, "?\n");
    }
    fflush(client);
    fseek(client, 0, SEEK_CUR);
  }
}

int main(int count, char **given) {
  if (count < 2) {
    fprintf(stderr, "usage: %s <port> [--leak]\n", given[0]);
    return 2;
  }
  leaks = count > 2 && strcmp(given[2], "--leak") == 0;
  signal(SIGPIPE, SIG_IGN);
  int server = socket(AF_INET, SOCK_STREAM, 0), on = 1;
  setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(given[1]))};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (bind(server, (struct sockaddr *)&address, sizeof address) != 0 || listen(server, 16) != 0) {
    perror("cannot listen");
    return 1;
  }
  for (;;) {
    int accepted = accept(server, NULL, NULL);
    FILE *client = accepted < 0 ? NULL : fdopen(accepted, "r+");
    if (client == NULL) continue;
    serve(client);
    fclose(client);
  }
}
