#include "watch/task.h"

#include "base/bytes.h"
#include "base/unpacked.h"
#include "watch/host.h"
#include "watch/url.h"

#include <time.h>

enum { ATTEMPTS = 3, HOPS = 5 };

void dl_task_finish(dl_task *task, dl_fetch_outcome outcome, const char *why) {
    task->state = DL_TASK_DONE;
    task->answer.outcome = outcome;
    task->answer.why = why;
}

static dl_bytes header(dl_task *task, dl_arena *arena, const char *name) {
    struct curl_header *found;
    if (curl_easy_header(task->transfer.easy, name, 0, CURLH_HEADER, -1, &found)) return (dl_bytes){0};
    if (strchr(found->value, '\t')) return (dl_bytes){0}; /* none that the state could hold */
    return dl_arena_copy(arena, dl_bytes_of(found->value));
}

static void take_body(dl_task *task, dl_arena *arena) {
    task->answer.etag = header(task, arena, "ETag");
    task->answer.modified = header(task, arena, "Last-Modified");
    task->answer.type = header(task, arena, "Content-Type");
    task->answer.body = (dl_bytes){task->transfer.body, task->transfer.size};
    dl_task_finish(task, DL_FETCH_BODY, NULL);
}

static void redirect(dl_task *task, dl_arena *arena) {
    char *target = NULL;
    curl_easy_getinfo(task->transfer.easy, CURLINFO_REDIRECT_URL, &target);
    dl_bytes url = dl_url_absolute(arena, task->transfer.url, dl_bytes_of(target));
    if (++task->hops > HOPS)
        dl_task_finish(task, DL_FETCH_NEVER, "it redirects more than five times");
    else if (!url.size)
        dl_task_finish(task, DL_FETCH_NEVER, "it redirects to something that is no address of http or https");
    else
        task->transfer.url = url, task->allowed = false;
}

/* It may go better later. */
static void repeat(dl_task *task, const char *why, const dl_fetch_options *options) {
    curl_off_t asked = 0;
    curl_easy_getinfo(task->transfer.easy, CURLINFO_RETRY_AFTER, &asked);
    int64_t wait = (int64_t)options->retry_ms << task->attempts++;
    if (asked * 1000 > wait) wait = asked * 1000;
    if (task->attempts < ATTEMPTS && wait <= options->patience_ms) {
        task->not_before = dl_now_ms() + wait;
        return;
    }
    if (asked) task->answer.again = task->host->later = time(NULL) + asked;
    dl_task_finish(task, DL_FETCH_LATER, why);
}

static const char *failure(dl_arena *arena, long status) {
    return dl_arena_printf(arena, "the server answers %ld", status).data;
}

/* A server that does not prove who it is will not do so in a moment. NULL where that is not what is wrong. */
static const char *unproved(dl_arena *arena, CURLcode code, const dl_transfer *t) {
    if (code == CURLE_SSL_CACERT_BADFILE) return "the file of certificates in SSL_CERT_FILE cannot be read";
    if (code != CURLE_PEER_FAILED_VERIFICATION) return NULL;
    return dl_arena_printf(arena, "the certificate of its server is refused: %s", t->trouble).data;
}

void dl_task_judge(dl_task *task, CURLcode code, const dl_fetch_options *options, dl_arena *arena) {
    long status = 0;
    const dl_transfer *t = &task->transfer;
    const char *not_proved = unproved(arena, code, t);
    curl_easy_getinfo(t->easy, CURLINFO_RESPONSE_CODE, &status);
    task->status = status;
    task->state = DL_TASK_WAITING;
    if (t->refused)
        dl_task_finish(task, DL_FETCH_NEVER, "it leads to an address of a private network");
    else if (t->too_long && !t->cut)
        dl_task_finish(task, DL_FETCH_NEVER, "its body is longer than the limit");
    else if (t->bomb)
        dl_task_finish(task, DL_FETCH_NEVER, "its body " DL_BOMB_WORDS);
    else if (not_proved)
        dl_task_finish(task, DL_FETCH_NEVER, not_proved);
    else if (code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_URL_MALFORMAT)
        dl_task_finish(task, DL_FETCH_NEVER, curl_easy_strerror(code));
    else if (code && !t->too_long)
        repeat(task, curl_easy_strerror(code), options);
    else if (status == 200)
        take_body(task, arena);
    else if (status == 304 && (t->etag.size || t->modified.size))
        dl_task_finish(task, DL_FETCH_UNCHANGED, NULL);
    else if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308)
        redirect(task, arena);
    else if (status == 408 || status == 425 || status == 429 || status >= 500)
        repeat(task, failure(arena, status), options);
    else
        dl_task_finish(task, DL_FETCH_NEVER, failure(arena, status));
}
