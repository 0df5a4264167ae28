#include <zlib.h>

/* zlib's macros that Swift can't see. */
static inline int cz_deflate_raw(z_stream *stream) {
  return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}

static inline int cz_inflate_raw(z_stream *stream) { return inflateInit2(stream, -15); }
