/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Duplicate keys are found where jansson's own parser finds one, and a text that is
 * no JSON is survived. */
#include "fuzz.h"

#include "json-keys.h"

#include <jansson.h>

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const char *text = (const char *) data;
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("fuzz");
  json_t *value = json_loadb (text, size, JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL, NULL);
  gboolean has_duplicates;

  outlay_json_report_duplicate_keys (text, size, problems);
  if (value == NULL)
    return 0;
  json_decref (value);

  value = json_loadb (text, size,
                      JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL | JSON_REJECT_DUPLICATES, NULL);
  has_duplicates = value == NULL;
  json_decref (value);

  g_assert (has_duplicates == (outlay_problems_get_n_total (problems) > 0));

  return 0;
}
