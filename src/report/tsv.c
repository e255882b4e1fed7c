/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tsv.h"

#include "json-writer.h"

#include <math.h>
#include <string.h>

/**
 * outlay_tsv_add_number:
 * @text: what is written
 * @value: a number, or NaN for an empty cell
 *
 * The fewest digits that read back the same, with a point in every locale.
 */
void
outlay_tsv_add_number (GString *text,
                       double   value)
{
  g_autofree char *number = isfinite (value) ? outlay_number_to_string (value) : NULL;

  g_string_append (text, number != NULL ? number : "");
}

/**
 * outlay_tsv_add_name:
 * @text: what is written
 * @name: a text; a tab or a line's end in it would start another cell
 */
void
outlay_tsv_add_name (GString    *text,
                     const char *name)
{
  for (const char *at = name; *at != '\0'; at++)
    g_string_append_c (text, strchr ("\t\r\n", *at) != NULL ? ' ' : *at);
}
