/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people type them into fields, in their locale: without groups of
 * digits, because groups get in the way of editing. */
#include "field-text.h"

#include "figure-locale.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <math.h>
#include <string.h>

static OutlayFigureLocale
get_locale (void)
{
  OutlayFigureLocale locale;

  outlay_figure_locale_init (&locale,
                             gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL);

  return locale;
}

/* The fewest decimals that show the value. */
static int
get_decimals (double value,
              int    most)
{
  double shown = value;

  for (int decimals = 0; decimals < most; decimals++)
    {
      if (fabs (shown - round (shown)) < 1e-6 * MAX (1, fabs (shown)))
        return decimals;
      shown *= 10;
    }

  return most;
}

static char *
format_with (OutlayFigureLocale locale,
             double             value,
             int                most_decimals)
{
  return outlay_figure_locale_number (&locale, value, get_decimals (value, most_decimals));
}

/**
 * outlay_field_format:
 * @value: a number
 * @most_decimals: how many decimals are shown at most
 *
 * What a field does not show of a number is not lost: a field is read only after
 * a person typed into it.
 *
 * Returns: (transfer full): the number as a field shows it, without groups
 */
char *
outlay_field_format (double value,
                     int    most_decimals)
{
  OutlayFigureLocale locale = get_locale ();

  locale.number.grouping = "";

  return format_with (locale, value, most_decimals);
}

/* Signs that people and keyboards put between digits, and those for "minus" and
 * "percent", are no part of the number. */
static char *
normalize (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0x2212)
        g_string_append_c (plain, '-');
      else if (!g_unichar_isspace (c) && c != '%' && c != '\'' && c != 0x2019 &&
               c != 0x200e && c != 0x200f)
        g_string_append_unichar (plain, c);
    }

  return g_string_free (plain, FALSE);
}

/* Whether every separator stands before three digits, and nothing else does:
 * "10,000" is ten thousand, "0,5" is not. */
static gboolean
has_groups (const char *text,
            const char *separator)
{
  const char *at = strstr (text, separator);
  gsize length = strlen (separator);

  if (at == NULL || at == text || at - text > 3 + (*text == '-'))
    return FALSE;

  for (; at != NULL && g_str_has_prefix (at, separator); )
    {
      gsize n_digits = strspn (at + length, "0123456789");

      if (n_digits != 3)
        return FALSE;
      at += length + n_digits;
    }

  return strstr (at, separator) == NULL;
}

static void
remove_groups (char       *text,
               const char *separator)
{
  gsize length = strlen (separator);
  char *at;

  while ((at = strstr (text, separator)) != NULL)
    memmove (at, at + length, strlen (at + length) + 1);
}

/**
 * outlay_field_parse:
 * @text: what somebody typed
 * @value: (out): the number
 *
 * Reads a number in the locale, with or without groups of digits; a decimal
 * point is understood in every locale.
 *
 * Returns: %FALSE if @text is no number
 */
gboolean
outlay_field_parse (const char *text,
                    double     *value)
{
  OutlayFigureLocale locale = get_locale ();
  const char *separator = locale.number.separator;
  g_autofree char *plain = normalize (text);
  char *end;

  if (*separator != '\0' && has_groups (plain, separator))
    remove_groups (plain, separator);

  /* strtod() would take words and hexadecimal digits, too. */
  if (strpbrk (plain, "0123456789") == NULL || strpbrk (plain, "xXnNaAiIpP") != NULL)
    return FALSE;

  *value = g_strtod (plain, &end);

  return *end == '\0' && isfinite (*value);
}

/**
 * outlay_field_parse_range:
 * @text: what somebody typed
 * @low: (out): the smallest number
 * @likely: (out): the likely one, or NaN where only two were typed
 * @high: (out): the largest
 *
 * Reads `3..7` or `3..5..7`; an ellipsis, which some keyboards make of it, will
 * do.
 *
 * Returns: whether @text is a range that rises
 */
gboolean
outlay_field_parse_range (const char *text,
                          double     *low,
                          double     *likely,
                          double     *high)
{
  g_auto (GStrv) at_ellipses = g_strsplit (text, "…", -1);
  g_autofree char *plain = g_strjoinv ("..", at_ellipses);
  g_auto (GStrv) parts = g_strsplit (plain, "..", -1);
  guint n_parts = g_strv_length (parts);

  *likely = NAN;
  if (n_parts < 2 || n_parts > 3 ||
      !outlay_field_parse (parts[0], low) || !outlay_field_parse (parts[n_parts - 1], high) ||
      (n_parts == 3 && !outlay_field_parse (parts[1], likely)))
    return FALSE;

  return *low <= *high && (n_parts == 2 || (*low <= *likely && *likely <= *high));
}

/**
 * outlay_field_describe_range:
 * @label: the name of what is typed
 * @least: its smallest value
 * @most: its largest value, or %G_MAXDOUBLE for none
 * @whole: whether it counts something
 *
 * Returns: (transfer full): what the field may hold, as a sentence
 */
char *
outlay_field_describe_range (const char *label,
                             double      least,
                             double      most,
                             gboolean    whole)
{
  OutlayFigureLocale locale = get_locale ();
  g_autofree char *first = format_with (locale, least, OUTLAY_FIELD_DECIMALS);
  g_autofree char *last = NULL;

  if (most >= G_MAXDOUBLE)
    /* Translators: name of an input and its smallest value */
    return g_strdup_printf (_("%s: a number from %s on"), label, first);

  last = format_with (locale, most, OUTLAY_FIELD_DECIMALS);
  if (whole)
    /* Translators: name of an input, its smallest and its largest value */
    return g_strdup_printf (_("%s: a whole number from %s to %s"), label, first, last);

  /* Translators: name of an input, its smallest and its largest value */
  return g_strdup_printf (_("%s: a number from %s to %s"), label, first, last);
}
