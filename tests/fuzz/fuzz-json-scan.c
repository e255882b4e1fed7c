/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What passes text by eight bytes at a time takes the same JSON as jansson, which
 * looks at every byte. */
#include "fuzz.h"

#include "json-scan.h"

#include <jansson.h>
#include <string.h>

/* jansson refuses surrogates without a partner and numbers out of range, takes a NUL
 * behind a number, and nests
 * deeper: where these can be, it is not asked. */
static gboolean
can_differ (const char *text,
            gsize       size)
{
  guint depth = 0;

  for (gsize i = 0; i < size; i++)
    {
      depth += text[i] == '[' || text[i] == '{';
      if ((text[i] == '\\' && i + 1 < size && text[i + 1] == 'u') ||
          text[i] == 'e' || text[i] == 'E' || text[i] == '\0')
        return TRUE;
    }

  return depth > OUTLAY_JSON_SCAN_DEPTH || size > 300;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const char *text = (const char *) data;
  json_t *value;
  OutlayJsonScan scan;
  gboolean taken;

  outlay_json_scan_init (&scan, text, size);
  outlay_json_scan_skip (&scan);
  taken = outlay_json_scan_finish (&scan) && !scan.bad_text;

  if (can_differ (text, size))
    return 0;

  value = json_loadb (text, size, JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL, NULL);
  g_assert ((value != NULL) == taken);
  json_decref (value);

  return 0;
}
