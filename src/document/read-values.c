/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads single values: each answers whether what stands there is allowed, and
 * leaves the member alone where it is not. */
#include "read-values.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static gboolean
in_range (const json_t      *json,
          const OutlayInput *input)
{
  return json_is_real (json) &&
         json_real_value (json) >= input->min && json_real_value (json) <= input->max;
}

gboolean
outlay_read_number (const json_t      *json,
                    const OutlayInput *input,
                    gpointer           member)
{
  if (!in_range (json, input))
    return FALSE;

  *(double *) member = json_real_value (json);

  return TRUE;
}

gboolean
outlay_read_whole (const json_t      *json,
                   const OutlayInput *input,
                   gpointer           member)
{
  if (!in_range (json, input) || json_real_value (json) != floor (json_real_value (json)))
    return FALSE;

  *(gint64 *) member = (gint64) json_real_value (json);

  return TRUE;
}

gboolean
outlay_read_text (OutlayPool        *pool,
                  const json_t      *json,
                  const OutlayInput *input,
                  gpointer           member)
{
  const char *text = json_string_value (json);

  if (text == NULL || ((input->flags & OUTLAY_INPUT_NAME) && *text == '\0'))
    return FALSE;

  *(char **) member = outlay_pool_strdup (pool, text);

  return TRUE;
}

static int
find_choice (const json_t      *json,
             const OutlayInput *input)
{
  const char *text = json_string_value (json);

  for (int i = 0; text != NULL && input->choices[i] != NULL; i++)
    if (strcmp (input->choices[i], text) == 0)
      return i;

  return -1;
}

gboolean
outlay_read_choice (const json_t      *json,
                    const OutlayInput *input,
                    gpointer           member)
{
  int choice = find_choice (json, input);

  if (choice < 0)
    return FALSE;

  *(int *) member = choice;

  return TRUE;
}

static gboolean
all_digits (const char *text,
            guint       from,
            guint       n)
{
  for (guint i = from; i < from + n; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;

  return TRUE;
}

/**
 * outlay_parse_month:
 * @text: `2026-12`
 * @month: (out): year * 12 + month - 1
 *
 * Returns: whether @text is a month from 2000-01 to 2199-12
 */
gboolean
outlay_parse_month (const char *text,
                    int        *month)
{
  int y, m;

  if (strlen (text) != 7 || text[4] != '-' ||
      !all_digits (text, 0, 4) || !all_digits (text, 5, 2))
    return FALSE;

  y = atoi (text);
  m = atoi (text + 5);
  if (y < 2000 || y > 2199 || m < 1 || m > 12)
    return FALSE;

  *month = y * 12 + m - 1;

  return TRUE;
}

/**
 * outlay_parse_date:
 * @text: `2026-08-17`
 * @date: (out): the day as 20260817
 *
 * Returns: whether @text is a day
 */
gboolean
outlay_parse_date (const char *text,
                   int        *date)
{
  int y, m, d;

  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-' ||
      !all_digits (text, 0, 4) || !all_digits (text, 5, 2) || !all_digits (text, 8, 2))
    return FALSE;

  y = atoi (text);
  m = atoi (text + 5);
  d = atoi (text + 8);
  if (y < 1 || !g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y))
    return FALSE;

  *date = y * 10000 + m * 100 + d;

  return TRUE;
}

gboolean
outlay_read_when (const json_t      *json,
                  const OutlayInput *input,
                  gpointer           member)
{
  const char *text = json_string_value (json);

  if (text == NULL)
    return FALSE;

  return input->type == OUTLAY_INPUT_MONTH ? outlay_parse_month (text, member)
                                           : outlay_parse_date (text, member);
}

/* Pairs and ranges are plain runs of doubles. */
gboolean
outlay_read_doubles (const json_t      *json,
                     const OutlayInput *input,
                     double            *values,
                     gsize              n_values)
{
  if (json_array_size (json) != n_values)
    return FALSE;

  for (gsize i = 0; i < n_values; i++)
    if (!in_range (json_array_get (json, i), input))
      return FALSE;

  for (gsize i = 0; i < n_values; i++)
    values[i] = json_real_value (json_array_get (json, i));

  return TRUE;
}

gboolean
outlay_read_range (const json_t      *json,
                   const OutlayInput *input,
                   OutlayRange       *range)
{
  double values[3];

  if (!outlay_read_doubles (json, input, values, 3) ||
      values[0] > values[1] || values[1] > values[2])
    return FALSE;

  *range = (OutlayRange) { values[0], values[1], values[2] };

  return TRUE;
}
