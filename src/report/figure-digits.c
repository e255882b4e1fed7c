/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The digits of figures, before currencies and words are put around them. */
#include "figure-digits.h"

#include <limits.h>
#include <string.h>

static void
group_digits (GString                *digits,
              gsize                   n_whole,
              const OutlayDigitStyle *style)
{
  const char *size = style->grouping;
  gsize at = n_whole;

  while (*size > 0 && *size != CHAR_MAX && at > (gsize) *size)
    {
      at -= (gsize) *size;
      g_string_insert (digits, (gssize) at, style->separator);
      if (size[1] != '\0')
        size++;
    }
}

/**
 * outlay_digits_print:
 * @size: a number that is not negative
 * @decimals: how many decimals to show
 * @style: how digits are broken up
 * @is_zero: (out) (optional): whether no digit is anything but 0
 *
 * Returns: (transfer full): its digits
 */
char *
outlay_digits_print (double                  size,
                     int                     decimals,
                     const OutlayDigitStyle *style,
                     gboolean               *is_zero)
{
  GString *digits = g_string_sized_new (16);
  char format[16];
  char plain[OUTLAY_DIGITS_SIZE];
  gsize n_whole;

  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (plain, sizeof plain, format, size);
  if (is_zero != NULL)
    *is_zero = strspn (plain, "0.") == strlen (plain);

  n_whole = strcspn (plain, ".");
  g_string_append_len (digits, plain, (gssize) n_whole);
  group_digits (digits, n_whole, style);
  if (plain[n_whole] == '.')
    {
      g_string_append (digits, style->decimal_point);
      g_string_append (digits, plain + n_whole + 1);
    }

  return g_string_free (digits, FALSE);
}

/**
 * outlay_digits_insert_sign:
 * @figure: a figure among words that run from right to left
 * @sign: plus or minus, or nothing
 *
 * Returns: (transfer full): the same with its sign at the left of its digits, whatever
 *   comes before these
 */
char *
outlay_digits_insert_sign (const char *figure,
                           const char *sign)
{
  const char *digits = figure;

  while (*digits != '\0' && !g_unichar_isdigit (g_utf8_get_char (digits)))
    digits = g_utf8_next_char (digits);

  return g_strdup_printf ("%.*s%s%s", (int) (digits - figure), figure, sign, digits);
}
