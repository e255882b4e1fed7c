/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "plain-format.h"
#include "text.h"

static void
test_axis (void)
{
  static const struct
  {
    double      amount;
    double      step;
    const char *currency;
    const char *expected;
  } table[] = {
    { 0.0, 2000.0, NULL, "$0" },
    { 2000.0, 2000.0, NULL, "$2k" },
    { 12000.0, 2000.0, NULL, "$12k" },
    { 500.0, 500.0, NULL, "$500" },
    { 1000.0, 500.0, NULL, "$1.0k" },
    { 1500.0, 500.0, NULL, "$1.5k" },
    { 1.2e6, 2e5, NULL, "$1.2M" },
    { 1e6, 1e6, NULL, "$1M" },
    { 2e9, 1e9, NULL, "$2B" },
    { 5e12, 5e12, NULL, "$5T" },
    { 0.2, 0.2, NULL, "$0.2" },
    { 0.05, 0.05, NULL, "$0.05" },
    { -2000.0, 1000.0, NULL, "\xe2\x88\x92$2k" },
    { 2000.0, 1000.0, "\xe2\x82\xac", "\xe2\x82\xac" "2k" },
    { 2000.0, 1000.0, "CHF", "CHF\xc2\xa0" "2k" },
    { 20.0, 0.0, NULL, "$20" },
    { 5000.0, 0.0, NULL, "$5k" },
    { 250.0, 50.0, "", "250" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *found = outlay_format_plain_axis (table[i].amount, table[i].step,
                                                         (gpointer) table[i].currency);

      g_assert_cmpstr (found, ==, table[i].expected);
    }
}

static void
test_money (void)
{
  static const struct { double amount; const char *expected; } table[] = {
    { 0.0, "$0" }, { 9000.0, "$9,000" }, { 1576.4, "$1,576" }, { 1234567.0, "$1,234,567" },
    { 6.857, "$6.86" }, { 9.0, "$9" }, { 10.5, "$10" }, { 999.0, "$999" }, { 1000.0, "$1,000" },
    { -1576.0, "\xe2\x88\x92$1,576" }, { -0.001, "$0.00" }, { NAN, "\xe2\x80\x93" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *found = outlay_format_plain_money (table[i].amount, NULL);

      g_assert_cmpstr (found, ==, table[i].expected);
    }
}

static void
test_month (void)
{
  static const char *const expected[] = { "Dec", "2026", "Dec \342\200\23126", "Dec 2026" };

  for (guint form = 0; form < G_N_ELEMENTS (expected); form++)
    {
      g_autofree char *found = outlay_format_plain_month (2026, 12, (OutlayMonthForm) form, NULL);

      g_assert_cmpstr (found, ==, expected[form]);
    }
}

/* A translation is never taken for a format. */
static void
test_fill (void)
{
  static const struct { const char *pattern; const char *expected; } table[] = {
    { "Budget %s", "Budget $9" }, { "%s", "$9" }, { "%s de budget", "$9 de budget" },
    { "no place", "no place" }, { NULL, "$9" }, { "100 %d %s %s", "100 %d $9 %s" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *found = outlay_text_fill (table[i].pattern, "$9");

      g_assert_cmpstr (found, ==, table[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plot/format/axis", test_axis);
  g_test_add_func ("/plot/format/money", test_money);
  g_test_add_func ("/plot/format/month", test_month);
  g_test_add_func ("/plot/format/fill", test_fill);

  return g_test_run ();
}
