#include "intake/warc/http.h"

dl_bytes dl_header(dl_bytes lines, const char *name) {
    size_t size = strlen(name);
    dl_bytes line;
    while (dl_bytes_cut(&lines, '\n', &line)) {
        if (line.size <= size || line.data[size] != ':' || !dl_bytes_like((dl_bytes){line.data, size}, name)) continue;
        return dl_bytes_trim((dl_bytes){line.data + size + 1, line.size - size - 1});
    }
    return (dl_bytes){0};
}

bool dl_header_is(dl_bytes value, const char *lower) {
    size_t size = strlen(lower);
    if (value.size < size || !dl_bytes_like((dl_bytes){value.data, size}, lower)) return false;
    return value.size == size || strchr("; \t,", value.data[size]);
}

size_t dl_headers_size(dl_bytes bytes) {
    for (size_t at = 0; at < bytes.size;) {
        const char *end = memchr(bytes.data + at, '\n', bytes.size - at);
        if (!end) return 0;
        size_t next = (size_t)(end - bytes.data) + 1;
        if (next - at == 1 || (next - at == 2 && bytes.data[at] == '\r')) return next;
        at = next;
    }
    return 0;
}

bool dl_response_read(dl_bytes bytes, dl_response *response) {
    int64_t status;
    const char *space = bytes.size < 12 ? NULL : memchr(bytes.data, ' ', 12);
    if (!dl_bytes_start(bytes, "HTTP/") || !space) return false;
    dl_bytes code = {space + 1, (size_t)(bytes.data + bytes.size - space) - 1};
    if (dl_bytes_number(code, &status) != 3) return false;
    size_t end = dl_headers_size(bytes);
    if (!end) end = bytes.size;
    *response = (dl_response){(int)status, {bytes.data, end}, {bytes.data + end, bytes.size - end}};
    return true;
}

/* The size of the chunk whose line begins at *at, which goes behind the line; false where there is none. */
static bool chunk_size(const char *body, size_t size, size_t *at, size_t *chunk) {
    size_t i = *at, digits = 0;
    *chunk = 0;
    for (; i < size && dl_hex_digit(body[i]) >= 0 && digits < 8; i++, digits++) *chunk = *chunk * 16 + (size_t)dl_hex_digit(body[i]);
    const char *end = i < size ? memchr(body + i, '\n', size - i) : NULL;
    if (!digits || !end) return false;
    *at = (size_t)(end - body) + 1;
    return true;
}

size_t dl_chunks_join(char *body, size_t size) {
    size_t at = 0, made = 0, chunk;
    if (!chunk_size(body, size, &at, &chunk)) return size;
    for (at = 0; chunk_size(body, size, &at, &chunk) && chunk;) {
        if (chunk > size - at) chunk = size - at;
        memmove(body + made, body + at, chunk);
        made += chunk;
        at += chunk;
        if (at < size && body[at] == '\r') at++;
        if (at < size && body[at] == '\n') at++;
    }
    return made;
}
