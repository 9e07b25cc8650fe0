/*
 * Two network namespaces and the bad line between them, for tests.
 *
 *   impairer <seed>
 *
 * Makes a namespace "near" and a namespace "far", each with a TUN device, and carries packets from one to the other:
 * later, slower, in another order, or not at all. Commands come by standard input, a line each, and each is answered by a
 * line. Everything is gone when the program ends; it ends with its standard input, and with the process that started it.
 *
 *   set <0 near to far | 1 far to near> <delay us> <jitter us> <loss> <burst> <bits a second> <queue us> <reorder>
 *   block <protocol number> <port, 0 every>    drop such packets both ways
 *   unblock                                     drop none any more
 *   count                                       packets, lost, blocked and overflowed of each direction
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <net/route.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define SECOND 1000000000ll
#define PACKET_BYTES 2048
#define WAITING_AT_MOST 16384
#define BLOCKED_AT_MOST 16
#define LINE_BYTES 256

/* Addresses of the two ends; the far one has a second, for what must stand beside it. */
static const char *const NEAR[] = {"10.213.0.1", NULL};
static const char *const FAR[] = {"10.213.0.2", "10.213.0.3", NULL};

struct packet {
  int64_t due;
  uint64_t number; /* keeps the order of packets that are due at once */
  int length;
  unsigned char bytes[PACKET_BYTES];
};

struct direction {
  int from, to;
  int64_t delay, jitter, queue; /* ns */
  double loss, burst, rate, reorder;
  int in_burst;
  int64_t last_due, free_at;
  uint64_t of_loss, of_jitter, of_order; /* states of three sources of chance: what one decides moves no other */
  uint64_t packets, lost, blocked, overflowed, numbered;
  struct packet *waiting[WAITING_AT_MOST];
  int count;
};

static struct {
  int protocol, port;
} blocked[BLOCKED_AT_MOST];
static int blocked_count;

static void fail(const char *what) {
  printf("failed %s: %s\n", what, strerror(errno));
  fflush(stdout);
  exit(1);
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * SECOND + time.tv_nsec;
}

/* SplitMix64 (Steele, Lea, Flood 2014): from 0 up to 1. */
static double chance(uint64_t *state) {
  uint64_t z = *state += 0x9e3779b97f4a7c15ull;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return (double)((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
}

/* --- namespaces ------------------------------------------------------------------------------------------------- */

static void write_file(const char *path, const char *text) {
  int file = open(path, O_WRONLY);
  if (file < 0 || write(file, text, strlen(text)) < 0) fail(path);
  close(file);
}

/* Who is not root is root in a user namespace of their own. */
static void become_able(void) {
  char map[64];
  int uid = (int)getuid(), gid = (int)getgid();
  if (uid == 0) return;
  if (unshare(CLONE_NEWUSER) != 0) fail("user namespace");
  write_file("/proc/self/setgroups", "deny");
  snprintf(map, sizeof map, "0 %d 1", uid);
  write_file("/proc/self/uid_map", map);
  snprintf(map, sizeof map, "0 %d 1", gid);
  write_file("/proc/self/gid_map", map);
}

static void set_address(int socket, const char *device, const char *address) {
  struct ifreq request = {0};
  struct sockaddr_in *in = (struct sockaddr_in *)&request.ifr_addr;
  snprintf(request.ifr_name, IFNAMSIZ, "%s", device);
  in->sin_family = AF_INET;
  inet_pton(AF_INET, address, &in->sin_addr);
  if (ioctl(socket, SIOCSIFADDR, &request) != 0) fail("address");
  inet_pton(AF_INET, "255.255.255.0", &in->sin_addr);
  if (ioctl(socket, SIOCSIFNETMASK, &request) != 0) fail("netmask");
}

static void bring_up(int socket, const char *device) {
  struct ifreq request = {0};
  snprintf(request.ifr_name, IFNAMSIZ, "%s", device);
  if (ioctl(socket, SIOCGIFFLAGS, &request) != 0) fail("flags");
  request.ifr_flags |= IFF_UP;
  if (ioctl(socket, SIOCSIFFLAGS, &request) != 0) fail("up");
}

/* Browsers without a default route believe that they are offline. */
static void lead_everywhere(int socket) {
  struct rtentry route = {0};
  route.rt_dst.sa_family = route.rt_genmask.sa_family = AF_INET;
  route.rt_flags = RTF_UP;
  route.rt_dev = "line";
  if (ioctl(socket, SIOCADDRT, &route) != 0 && errno != EEXIST) fail("route");
}

/* Goes into a new namespace, with a device that has these addresses. Returns the device, and what configures it. */
static int new_side(const char *const addresses[], int *configures) {
  struct ifreq request = {0};
  char alias[IFNAMSIZ];
  if (unshare(CLONE_NEWNET) != 0) fail("network namespace");
  int device = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
  if (device < 0) fail("/dev/net/tun");
  request.ifr_flags = IFF_TUN | IFF_NO_PI;
  snprintf(request.ifr_name, IFNAMSIZ, "line");
  if (ioctl(device, TUNSETIFF, &request) != 0) fail("TUN device");
  int socket_of_side = *configures = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  bring_up(socket_of_side, "lo");
  for (int index = 0; addresses[index] != NULL; index += 1) {
    snprintf(alias, sizeof alias, index == 0 ? "line" : "line:%d", index);
    set_address(socket_of_side, alias, addresses[index]);
  }
  bring_up(socket_of_side, "line");
  lead_everywhere(socket_of_side);
  return device;
}

/* --- the line ---------------------------------------------------------------------------------------------------- */

static int earlier(const struct packet *a, const struct packet *b) {
  return a->due != b->due ? a->due < b->due : a->number < b->number;
}

static void put(struct direction *way, struct packet *packet) {
  int at = way->count++;
  for (int above = (at - 1) / 2; at > 0 && earlier(packet, way->waiting[above]); above = (at - 1) / 2) {
    way->waiting[at] = way->waiting[above];
    at = above;
  }
  way->waiting[at] = packet;
}

static struct packet *take(struct direction *way) {
  struct packet *first = way->waiting[0], *moved = way->waiting[--way->count];
  int at = 0;
  for (;;) {
    int below = 2 * at + 1;
    if (below + 1 < way->count && earlier(way->waiting[below + 1], way->waiting[below])) below += 1;
    if (below >= way->count || !earlier(way->waiting[below], moved)) break;
    way->waiting[at] = way->waiting[below];
    at = below;
  }
  way->waiting[at] = moved;
  return first;
}

static int is_blocked(const unsigned char *bytes, int length) {
  int header = (bytes[0] & 15) * 4, protocol = bytes[9];
  int source = 0, target = 0;
  if (length >= header + 4) {
    source = bytes[header] << 8 | bytes[header + 1];
    target = bytes[header + 2] << 8 | bytes[header + 3];
  }
  for (int index = 0; index < blocked_count; index += 1) {
    int port = blocked[index].port;
    if (blocked[index].protocol == protocol && (port == 0 || port == source || port == target)) return 1;
  }
  return 0;
}

/* Of single packets, or (Gilbert 1960) of bursts that have `burst` packets on average. A draw a packet, whatever is set. */
static int is_lost(struct direction *way) {
  double drawn = chance(&way->of_loss);
  if (way->burst <= 1) return drawn < way->loss;
  double begins = way->loss < 1 ? way->loss / (way->burst * (1 - way->loss)) : 1;
  way->in_burst = way->in_burst ? drawn >= 1 / way->burst || way->loss >= 1 : drawn < begins;
  return way->in_burst;
}

/* When a packet arrives; -1 when the queue before the narrow place is full. */
static int64_t arrival(struct direction *way, int length) {
  int64_t begun = now(), sent = begun;
  double drawn = chance(&way->of_jitter), order = chance(&way->of_order);
  if (way->rate > 0) {
    if (way->free_at < begun) way->free_at = begun;
    if (way->free_at - begun > way->queue) return -1;
    sent = way->free_at += (int64_t)(length * 8.0 / way->rate * SECOND);
  }
  /* One that is reordered passes those that wait, as the kernel's netem does it. */
  if (order < way->reorder) return sent;
  int64_t due = sent + way->delay + (int64_t)((2 * drawn - 1) * way->jitter);
  if (due < way->last_due) due = way->last_due;
  return way->last_due = due;
}

static void receive(struct direction *way) {
  struct packet *packet;
  for (;;) {
    packet = malloc(sizeof *packet);
    packet->length = (int)read(way->from, packet->bytes, PACKET_BYTES);
    if (packet->length < 20) break;
    /* What the kernel says of IPv6 by itself is not the test's, and would move the losses. */
    if (packet->bytes[0] >> 4 == 4) {
      if (is_blocked(packet->bytes, packet->length)) {
        way->blocked += 1;
      } else {
        way->packets += 1;
        int lost = is_lost(way);
        packet->due = arrival(way, packet->length);
        packet->number = way->numbered++;
        way->lost += lost;
        way->overflowed += !lost && packet->due < 0;
        if (!lost && packet->due >= 0 && way->count < WAITING_AT_MOST) {
          put(way, packet);
          continue;
        }
      }
    }
    free(packet);
  }
  free(packet);
}

static void deliver(struct direction *way) {
  while (way->count > 0 && way->waiting[0]->due <= now()) {
    struct packet *packet = take(way);
    /* A device that takes none loses it, as any device does. */
    if (write(way->to, packet->bytes, packet->length) < 0 && errno != EAGAIN && errno != EIO) fail("write");
    free(packet);
  }
}

/* A socket configures the namespace it was made in, wherever this process stands now. */
static int near_configures;

/* As a telephone that goes from one network into another: the former address is gone. */
static void move_near(const char *address) {
  set_address(near_configures, "line", address);
  lead_everywhere(near_configures);
}

/* --- commands ----------------------------------------------------------------------------------------------------- */

static void obey(const char *line, struct direction ways[2]) {
  int which, protocol, port;
  long long delay, jitter, queue;
  double loss, burst, rate, reorder;
  char address[INET_ADDRSTRLEN];
  if (sscanf(line, "set %d %lld %lld %lf %lf %lf %lld %lf", &which, &delay, &jitter, &loss, &burst, &rate, &queue,
             &reorder) == 8 && (which == 0 || which == 1)) {
    struct direction *way = &ways[which];
    way->delay = delay * 1000, way->jitter = jitter * 1000, way->queue = queue * 1000;
    way->loss = loss, way->burst = burst, way->rate = rate, way->reorder = reorder;
    way->last_due = 0, way->free_at = 0;
    printf("done\n");
  } else if (sscanf(line, "block %d %d", &protocol, &port) == 2 && blocked_count < BLOCKED_AT_MOST) {
    blocked[blocked_count].protocol = protocol;
    blocked[blocked_count++].port = port;
    printf("done\n");
  } else if (sscanf(line, "move %15[0-9.]", address) == 1) {
    move_near(address);
    printf("done\n");
  } else if (strcmp(line, "unblock") == 0) {
    blocked_count = 0;
    printf("done\n");
  } else if (strcmp(line, "count") == 0) {
    for (which = 0; which < 2; which += 1) {
      struct direction *way = &ways[which];
      printf("%llu %llu %llu %llu%c", (unsigned long long)way->packets, (unsigned long long)way->lost,
             (unsigned long long)way->blocked, (unsigned long long)way->overflowed, which == 0 ? ' ' : '\n');
    }
  } else {
    printf("failed not understood: %s\n", line);
  }
  fflush(stdout);
}

static void read_commands(struct direction ways[2]) {
  static char text[LINE_BYTES * 16];
  static size_t held;
  ssize_t got = read(STDIN_FILENO, text + held, sizeof text - held - 1);
  if (got <= 0) exit(0);
  held += (size_t)got;
  text[held] = '\0';
  char *line = text, *end;
  for (; (end = strchr(line, '\n')) != NULL; line = end + 1) {
    *end = '\0';
    obey(line, ways);
  }
  held -= (size_t)(line - text);
  memmove(text, line, held);
}

static void wait_for_work(struct direction ways[2]) {
  int64_t next = INT64_MAX, left;
  for (int which = 0; which < 2; which += 1) {
    if (ways[which].count > 0 && ways[which].waiting[0]->due < next) next = ways[which].waiting[0]->due;
  }
  left = next == INT64_MAX ? 60 * SECOND : next - now();
  struct timespec time = {left > 0 ? left / SECOND : 0, left > 0 ? left % SECOND : 0};
  struct pollfd watched[] = {{STDIN_FILENO, POLLIN, 0}, {ways[0].from, POLLIN, 0}, {ways[1].from, POLLIN, 0}};
  if (ppoll(watched, 3, &time, NULL) < 0 && errno != EINTR) fail("poll");
  if (watched[0].revents != 0) read_commands(ways);
}

int main(int arguments, char *argument[]) {
  static struct direction ways[2];
  uint64_t seed = arguments > 1 ? strtoull(argument[1], NULL, 10) : 0;
  pid_t starter = getppid();
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != starter) return 1;
  become_able();
  int far_configures, near = new_side(NEAR, &near_configures);
  int near_namespace = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
  int far = new_side(FAR, &far_configures);
  close(far_configures);
  for (int which = 0; which < 2; which += 1) {
    ways[which].from = which == 0 ? near : far;
    ways[which].to = which == 0 ? far : near;
    ways[which].of_loss = seed * 6 + (uint64_t)which;
    ways[which].of_jitter = seed * 6 + 2 + (uint64_t)which;
    ways[which].of_order = seed * 6 + 4 + (uint64_t)which;
  }
  printf("ready %d\n", near_namespace);
  fflush(stdout);
  for (;;) {
    wait_for_work(ways);
    for (int which = 0; which < 2; which += 1) {
      receive(&ways[which]);
      deliver(&ways[which]);
    }
  }
}
