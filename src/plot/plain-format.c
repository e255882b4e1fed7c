/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain-format.h"

#include <math.h>
#include <string.h>

#define MINUS "\xe2\x88\x92"       /* U+2212 */
#define EN_DASH "\xe2\x80\x93"     /* U+2013, for what is missing */
#define APOSTROPHE "\xe2\x80\x99"  /* U+2019 */

static const struct
{
  double      size;
  const char *suffix;
} units[] = {
  { 1e12, "T" }, { 1e9, "B" }, { 1e6, "M" }, { 1e3, "k" }, { 1.0, "" }
};

/* A code such as "EUR" is set off by a no-break space, a sign is not. */
static const char *
currency_get_space (const char *currency)
{
  gsize length = strlen (currency);

  return length > 0 && g_ascii_isalpha (currency[length - 1]) ? "\xc2\xa0" : "";
}

static char *
put_sign_and_currency (gboolean    negative,
                       gpointer    currency,
                       const char *digits,
                       const char *suffix)
{
  const char *sign = currency != NULL ? currency : "$";

  return g_strconcat (negative ? MINUS : "", sign, currency_get_space (sign),
                      digits, suffix, NULL);
}

static gboolean
is_all_zero (const char *digits)
{
  return strspn (digits, "0.") == strlen (digits);
}

/* Commas between groups of three digits of the whole part. */
static char *
group_digits (const char *digits)
{
  GString *grouped = g_string_new (NULL);
  gsize whole = strcspn (digits, ".");

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (grouped, ',');
      g_string_append_c (grouped, digits[i]);
    }
  g_string_append (grouped, digits + whole);

  return g_string_free (grouped, FALSE);
}

static char *
print_decimals (double amount,
                int    decimals)
{
  char *format = g_strdup_printf ("%%.%df", decimals);
  char buffer[400];
  char *digits;

  digits = g_strdup (g_ascii_formatd (buffer, sizeof buffer, format, amount));
  g_free (format);

  return digits;
}

/**
 * outlay_format_plain_money:
 * @amount: money
 * @currency: (nullable): its sign or code, "$" if %NULL
 *
 * Writes an amount in full as the C locale would, with commas: whole units,
 * and two decimals under 10 unless it is whole.
 *
 * Returns: (transfer full): the text; an en dash if there is no amount
 */
char *
outlay_format_plain_money (double   amount,
                           gpointer currency)
{
  g_autofree char *digits = NULL;
  g_autofree char *grouped = NULL;
  double size = fabs (amount);
  gboolean small = size < 10.0 && size != floor (size);

  if (!isfinite (amount))
    return g_strdup (EN_DASH);

  digits = print_decimals (size, small ? 2 : 0);
  grouped = group_digits (digits);

  return put_sign_and_currency (amount < 0.0 && !is_all_zero (digits),
                                currency, grouped, "");
}

/* As many decimals as tell two ticks apart. */
static int
axis_get_decimals (double amount,
                   double step,
                   double unit)
{
  double finest = step > 0.0 ? step / unit : 0.0;

  for (int decimals = 0; decimals < 9; decimals++)
    {
      double power = pow (10.0, decimals);
      double shown = step > 0.0 ? finest * power : amount / unit * power;

      if (fabs (shown - round (shown)) < 1e-6 * MAX (1.0, shown))
        return decimals;
    }

  return 9;
}

/**
 * outlay_format_plain_axis:
 * @amount: money
 * @step: the distance of two ticks, or 0
 * @currency: (nullable): its sign or code, "$" if %NULL
 *
 * Writes an amount short: $2k, $1.2M.
 *
 * Returns: (transfer full): the text
 */
char *
outlay_format_plain_axis (double   amount,
                          double   step,
                          gpointer currency)
{
  g_autofree char *digits = NULL;
  double size = fabs (amount);
  guint unit = 0;

  if (!isfinite (amount))
    return g_strdup (EN_DASH);
  if (size == 0.0)
    return put_sign_and_currency (FALSE, currency, "0", "");

  /* The last unit is 1, so the search ends there. */
  while (unit < G_N_ELEMENTS (units) - 1 && size < units[unit].size * (1.0 - 1e-9))
    unit++;

  digits = print_decimals (size / units[unit].size,
                           axis_get_decimals (size, step, units[unit].size));

  return put_sign_and_currency (amount < 0.0, currency, digits, units[unit].suffix);
}

/**
 * outlay_format_plain_month:
 * @year: the year
 * @month: 1 to 12
 * @form: how to write it
 * @currency: not used; it makes one type of all three functions' data
 *
 * Returns: (transfer full): the month in English
 */
char *
outlay_format_plain_month (int              year,
                           int              month,
                           OutlayMonthForm  form,
                           gpointer         currency)
{
  static const char names[12][4] = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };
  const char *name = names[CLAMP (month, 1, 12) - 1];

  switch (form)
    {
    case OUTLAY_MONTH_YEAR:
      return g_strdup_printf ("%d", year);
    case OUTLAY_MONTH_NAME_AND_YEAR:
      return g_strdup_printf ("%s " APOSTROPHE "%02d", name, ABS (year) % 100);
    case OUTLAY_MONTH_FULL:
      return g_strdup_printf ("%s %d", name, year);
    case OUTLAY_MONTH_NAME:
    default:
      return g_strdup (name);
    }
}
