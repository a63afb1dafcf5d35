#include "watch/watch.h"

#include "base/error.h"
#include "engine/engine.h"
#include "watch/round.h"
#include "watch/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

static dl_status go_through(dl_round *r, dl_error *error) {
    dl_status status = dl_round_list(r, error);
    if (status != DL_OK) return status;
    r->outcome.about = r->options->state;
    status = dl_state_load(&r->state, &r->arena, r->options->state, error);
    if (status == DL_OK) status = dl_round_poll(r, error);
    return status == DL_OK ? dl_round_write(r, error) : status;
}

static dl_status guarded(dl_round *r, dl_error *error) {
    jmp_buf guard;
    dl_arena_guard(&r->arena, &guard);
    if (setjmp(guard)) return dl_fail(error, DL_NO_MEMORY, "out of memory while watching feeds");
    return go_through(r, error);
}

/* A round begins with what the file says and leaves nothing behind but the file, so that a watch that runs for months is many that ran once. */
static dl_status one_round(dl_round *r, dl_error *error) {
    r->now = time(NULL);
    dl_status status = guarded(r, error);
    dl_fetcher_drop(r->fetcher);
    dl_feed_close(&r->feed);
    dl_arena_free(&r->document);
    dl_arena_free(&r->arena);
    return status;
}

static dl_status rounds(const dl_engine *engine, const dl_watch_options *options, dl_fetcher *fetcher, dl_watch_outcome *outcome, dl_error *error) {
    for (;;) {
        dl_round round = {.options = options, .know = engine->know, .fetcher = fetcher};
        time_t began = time(NULL);
        dl_status status = one_round(&round, error);
        *outcome = (dl_watch_outcome){outcome->failures + round.outcome.failures, round.outcome.about};
        if (status != DL_OK || options->once) return status;
        time_t took = time(NULL) - began;
        if (took < options->every_s) sleep(options->every_s - (unsigned)took);
    }
}

/* Two watches of one state would write everything twice. The lock is a file of its own, since the state is renamed over. */
static int lock(const char *state, dl_error *error) {
    char path[4096];
    size_t size = (size_t)snprintf(path, sizeof path, "%s.lock", state);
    errno = ENAMETOOLONG;
    int fd = size < sizeof path ? open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666) : -1;
    if (fd < 0) return dl_fail_at(error, DL_CANNOT_WRITE, "the lock beside the state cannot be made", DL_NO_OFFSET, errno), -1;
    if (!flock(fd, LOCK_EX | LOCK_NB)) return fd;
    close(fd);
    dl_fail(error, DL_CANNOT_READ, "another watch uses this state; wait for its end, or give another --state");
    return -1;
}

dl_status dl_watch(const dl_engine *engine, const dl_watch_options *options, dl_watch_outcome *outcome, dl_error *error) {
    dl_error own;
    if (!error) error = &own;
    *outcome = (dl_watch_outcome){.about = options->state};
    int locked = lock(options->state, error);
    if (locked < 0) return error->status;
    dl_fetcher *fetcher = dl_fetcher_open(&options->fetch);
    outcome->about = options->folder ? options->folder : "-";
    dl_status status = fetcher ? dl_sink_start(options, error) : dl_fail(error, DL_NO_MEMORY, "out of memory while starting to watch");
    if (status == DL_OK) status = rounds(engine, options, fetcher, outcome, error);
    dl_fetcher_close(fetcher);
    close(locked);
    return status;
}
