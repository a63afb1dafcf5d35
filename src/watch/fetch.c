#include "watch/fetch.h"

#include "base/array.h"
#include "base/error.h"
#include "watch/host.h"
#include "watch/url.h"

#include <stdlib.h>
#include <time.h>

enum { AT_ONCE = 32, AHEAD = 1024, HELD_MOST = 64 << 20, RULES_LIVE_MS = 24 * 3600 * 1000, LONGEST_NAP_MS = 1000 };

struct dl_fetcher {
    dl_fetch_options options;
    CURLM *multi;
    bool proxied;
    dl_arena kept; /* the hosts */
    dl_host *hosts;
    dl_arena *arena;           /* of the call at hand */
    DL_ARRAY(dl_task *) tasks; /* asked for; in the arena of who asked */
    uint32_t next;             /* of them, to be answered next */
    unsigned running;
    size_t held;  /* bytes of bodies that wait for their turn */
    int64_t wake; /* when something may be begun (dl_now_ms) */
};

static bool behind_proxy(void) {
    static const char *const names[] = {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value) return true;
    }
    return false;
}

dl_fetcher *dl_fetcher_open(const dl_fetch_options *options) {
    dl_fetcher *f = calloc(1, sizeof *f);
    if (!f || curl_global_init(CURL_GLOBAL_DEFAULT)) return free(f), NULL;
    f->options = *options;
    f->proxied = behind_proxy();
    f->next = 1;
    f->multi = curl_multi_init();
    if (f->multi) return f;
    dl_fetcher_close(f);
    return NULL;
}

void dl_fetcher_drop(dl_fetcher *f) {
    for (DL_EACH(i, &f->tasks)) {
        dl_transfer_end(&f->tasks.rows[i]->transfer, f->multi);
        dl_transfer_free_body(&f->tasks.rows[i]->transfer);
    }
    for (dl_host *h = f->hosts; h; h = h->next) {
        dl_transfer_end(&h->robots.transfer, f->multi);
        if (h->rules != DL_RULES_KNOWN) h->rules = DL_RULES_UNKNOWN; /* those out of reach are tried again next time */
        h->busy = false;
    }
    memset(&f->tasks, 0, sizeof f->tasks);
    f->next = 1;
    f->running = 0;
    f->held = 0;
}

void dl_fetcher_close(dl_fetcher *f) {
    if (!f) return;
    dl_fetcher_drop(f);
    for (dl_host *h = f->hosts; h; h = h->next) dl_transfer_free_body(&h->robots.transfer);
    curl_multi_cleanup(f->multi);
    curl_global_cleanup();
    dl_arena_free(&f->kept);
    free(f);
}

static dl_host *host_of(dl_fetcher *f, dl_bytes url) {
    f->kept.guard = f->arena->guard;
    return dl_host_of(&f->hosts, &f->kept, f->arena, url);
}

void dl_fetcher_trust(dl_fetcher *f, dl_arena *arena, dl_bytes url) {
    f->arena = arena;
    host_of(f, url)->trusted = true;
}

void dl_fetcher_ask(dl_fetcher *f, dl_arena *arena, dl_bytes url, dl_bytes etag, dl_bytes modified) {
    f->arena = arena;
    dl_task *task = DL_NEW(arena, dl_task);
    task->transfer = (dl_transfer){.url = url, .etag = etag, .modified = modified, .most = f->options.max_bytes};
    task->host = host_of(f, url);
    *DL_PUSH(arena, &f->tasks) = task;
}

/* ------------------------------------------------------------------ beginning */

static void wake_at(dl_fetcher *f, int64_t time) {
    if (time < f->wake) f->wake = time;
}

static void begin(dl_fetcher *f, dl_task *task) {
    dl_host *host = task->host;
    int64_t now = dl_now_ms(), from = task->not_before > host->free ? task->not_before : host->free;
    if (host->busy || f->running >= AT_ONCE) return;
    if (from > now) {
        wake_at(f, from);
        return;
    }
    task->transfer.anywhere = host->trusted || f->proxied;
    if (!dl_transfer_begin(&task->transfer, f->multi, &f->options, task)) {
        dl_task_finish(task, DL_FETCH_LATER, "out of memory");
        if (task->rules_of) task->rules_of->rules = DL_RULES_UNREACHABLE;
        return;
    }
    task->state = DL_TASK_RUNNING;
    host->busy = true;
    f->running++;
}

static void ask_for_rules(dl_fetcher *f, dl_host *host) {
    dl_transfer_free_body(&host->robots.transfer);
    host->rules = DL_RULES_ASKED;
    host->robots = (dl_task){.host = host, .rules_of = host};
    host->robots.transfer.most = DL_ROBOTS_MOST;
    host->robots.transfer.cut = true;
    host->robots.transfer.url = dl_url_absolute(f->arena, host->origin, DL_LIT("/robots.txt"));
}

/* Whether the rules of the task's host let it be begun now; where they never will it is done with. */
static bool may_begin(dl_fetcher *f, dl_task *task) {
    dl_host *host = task->host;
    if (host->rules == DL_RULES_KNOWN && dl_now_ms() - host->rules_at > RULES_LIVE_MS) host->rules = DL_RULES_UNKNOWN;
    if (host->later > time(NULL)) {
        task->answer.again = host->later;
        dl_task_finish(task, DL_FETCH_LATER, "its server asked to be left alone for longer than is waited for");
    } else if (host->rules == DL_RULES_UNKNOWN) {
        ask_for_rules(f, host);
    } else if (host->rules == DL_RULES_UNREACHABLE) {
        dl_bytes why = dl_arena_printf(f->arena, "the robots.txt of its server cannot be read: %s", host->robots.answer.why);
        dl_task_finish(task, host->robots.answer.outcome, why.data);
    } else if (host->rules == DL_RULES_KNOWN && !task->allowed) {
        dl_robots robots = dl_host_ask(host, f->arena, f->options.agent, task->transfer.url);
        host->delay = robots.delay;
        task->allowed = robots.allowed;
        if (!robots.allowed) dl_task_finish(task, DL_FETCH_NEVER, "robots.txt forbids it");
    }
    return task->state == DL_TASK_WAITING && task->allowed;
}

static void begin_what_can(dl_fetcher *f) {
    f->wake = dl_now_ms() + LONGEST_NAP_MS;
    for (uint32_t i = f->next; i < f->tasks.count && i - f->next < AHEAD; i++) {
        dl_task *task = f->tasks.rows[i];
        if (i > f->next && f->held > HELD_MOST) break;
        if (task->state == DL_TASK_WAITING && !task->host->busy && may_begin(f, task)) begin(f, task);
    }
    for (dl_host *h = f->hosts; h; h = h->next)
        if (h->rules == DL_RULES_ASKED && h->robots.state == DL_TASK_WAITING) begin(f, &h->robots);
}

/* ------------------------------------------------------------------ ending */

/* A robots.txt that is not there forbids nothing; one that cannot be had forbids all (RFC 9309, 2.3.1). */
static void learn_rules(dl_host *host) {
    dl_task *task = &host->robots;
    bool absent = task->answer.outcome == DL_FETCH_NEVER && (task->status / 100 == 4 || task->status / 100 == 3);
    host->rules = absent || task->answer.outcome == DL_FETCH_BODY ? DL_RULES_KNOWN : DL_RULES_UNREACHABLE;
    host->rules_at = dl_now_ms();
}

static void pause_host(dl_fetcher *f, dl_task *task) {
    dl_host *host = task->host;
    host->busy = false;
    if (task->rules_of) return; /* what it asks for follows at once */
    int64_t delay = f->options.delay_ms, asked = 1000 * (int64_t)host->delay;
    host->free = dl_now_ms() + (asked > delay ? asked : delay);
}

static void end(dl_fetcher *f, dl_task *task, CURLcode code) {
    f->running--;
    pause_host(f, task);
    dl_task_judge(task, code, &f->options, f->arena);
    dl_transfer_end(&task->transfer, f->multi);
    if (task->state == DL_TASK_DONE && task->answer.outcome != DL_FETCH_BODY) dl_transfer_free_body(&task->transfer);
    if (task->state == DL_TASK_WAITING)
        task->host = host_of(f, task->transfer.url);
    else if (task->rules_of)
        learn_rules(task->rules_of);
    else
        f->held += task->answer.body.size;
}

/* True where something was: other things may be begun now. */
static bool end_what_is_done(dl_fetcher *f) {
    bool ended = false;
    CURLMsg *message;
    int left;
    while ((message = curl_multi_info_read(f->multi, &left))) {
        char *task = NULL;
        if (message->msg != CURLMSG_DONE) continue;
        CURLcode code = message->data.result;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &task);
        end(f, (dl_task *)(void *)task, code);
        ended = true;
    }
    return ended;
}

static void nap(dl_fetcher *f) {
    int64_t left = f->wake - dl_now_ms();
    curl_multi_poll(f->multi, NULL, 0, left < 0 ? 0 : (int)left, NULL);
}

dl_status dl_fetcher_next(dl_fetcher *f, dl_arena *arena, dl_answer *answer, dl_error *error) {
    int running;
    f->arena = arena;
    if (f->next > 1 && f->next <= f->tasks.count) dl_transfer_free_body(&f->tasks.rows[f->next - 1]->transfer); /* the answer given last */
    if (f->next >= f->tasks.count) return DL_END;
    dl_task *task = f->tasks.rows[f->next];
    for (;;) {
        begin_what_can(f);
        if (task->state == DL_TASK_DONE) break;
        if (curl_multi_perform(f->multi, &running)) return dl_fail(error, DL_NO_MEMORY, "out of memory while fetching");
        if (!end_what_is_done(f)) nap(f);
    }
    f->held -= task->answer.body.size;
    f->next++;
    *answer = task->answer;
    return DL_OK;
}
