/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "field-text.h"
#include "sentence.h"

#include <locale.h>

typedef struct
{
  const char *text;
  gboolean    valid;
  double      value;
} ParseCase;

static const ParseCase english[] = {
  { "5", TRUE, 5 },
  { " 5.5 ", TRUE, 5.5 },
  { "10,000", TRUE, 10000 },
  { "1,234,567.5", TRUE, 1234567.5 },
  { "10,00", FALSE, 0 },
  { "1,0000", FALSE, 0 },
  { ",500", FALSE, 0 },
  { "\xe2\x88\x92" "3", TRUE, -3 },
  { "30 %", TRUE, 30 },
  { "1 000 000", TRUE, 1000000 },
  { "5e2", TRUE, 500 },
  { "", FALSE, 0 },
  { "five", FALSE, 0 },
  { "5 people", FALSE, 0 },
  { "nan", FALSE, 0 },
  { "inf", FALSE, 0 },
  { "0x10", FALSE, 0 },
  { "1e999", FALSE, 0 },
  { "3..7", FALSE, 0 },
};

static const ParseCase german[] = {
  { "5,5", TRUE, 5.5 },
  { "10.000", TRUE, 10000 },
  { "1.234,5", TRUE, 1234.5 },
  { "5.5", TRUE, 5.5 },
};

static void
check_cases (const ParseCase *cases,
             guint            n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      double value = 0;

      g_test_message ("\"%s\"", cases[i].text);
      g_assert_cmpint (outlay_field_parse (cases[i].text, &value), ==, cases[i].valid);
      if (cases[i].valid)
        g_assert_cmpfloat (value, ==, cases[i].value);
    }
}

static void
test_parse (void)
{
  check_cases (english, G_N_ELEMENTS (english));
}

static void
test_parse_german (void)
{
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("There is no German here");
      return;
    }

  check_cases (german, G_N_ELEMENTS (german));
  setlocale (LC_ALL, "C.UTF-8");
}

typedef struct
{
  double      value;
  int         decimals;
  const char *text;
} FormatCase;

static void
test_format (void)
{
  static const FormatCase cases[] = {
    { 5, 4, "5" },
    { 5.5, 4, "5.5" },
    { 0.1 + 0.2, 4, "0.3" },
    { 28.656716, 1, "28.7" },
    { 1000000, 4, "1000000" },
    { 0.0001, 4, "0.0001" },
    { 33.0000000001, 1, "33" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = outlay_field_format (cases[i].value, cases[i].decimals);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_range (void)
{
  g_autofree char *number = outlay_field_describe_range ("Turns", 1, 100, FALSE);
  g_autofree char *whole = outlay_field_describe_range ("Months", 1, 60, TRUE);
  g_autofree char *open = outlay_field_describe_range ("Budget", 0, G_MAXDOUBLE, FALSE);
  g_autofree char *large = outlay_field_describe_range ("People", 0, 1e6, FALSE);

  g_assert_cmpstr (number, ==, "Turns: a number from 1 to 100");
  g_assert_cmpstr (whole, ==, "Months: a whole number from 1 to 60");
  g_assert_cmpstr (open, ==, "Budget: a number from 0 on");
  g_assert_cmpstr (large, ==, "People: a number from 0 to 1,000,000");
}

static void
check_sentence (const char *text,
                const char *expected)
{
  g_autofree char *sentence = outlay_sentence_lay_out (text);

  g_assert_cmpstr (sentence, ==, expected);
}

/* Each line follows the program's direction, whatever it begins with. */
static void
test_sentence (void)
{
  check_sentence ("Opus costs $5\nmore", "Opus costs $5\nmore");
  check_sentence (NULL, "");

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  check_sentence ("Opus أغلى\nopus-4-8", "\u200fOpus أغلى\n\u200f\u2066opus-4-8\u2069");
  check_sentence ("", "");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  g_test_add_func ("/app/field-text/parse", test_parse);
  g_test_add_func ("/app/field-text/parse/german", test_parse_german);
  g_test_add_func ("/app/field-text/format", test_format);
  g_test_add_func ("/app/field-text/range", test_range);
  g_test_add_func ("/app/field-text/sentence", test_sentence);

  return g_test_run ();
}
