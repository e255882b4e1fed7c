/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure-format.h"

#include "currencies.h"
#include "figure-locale.h"

#include <locale.h>
#include <math.h>

#define MINUS "\xe2\x88\x92"
#define NBSP "\xc2\xa0"
#define NARROW_NBSP "\xe2\x80\xaf"
#define DASH "\xe2\x80\x93"
#define LRM "\xe2\x80\x8e"
#define RLM "\xe2\x80\x8f"
#define LRI "\xe2\x81\xa6"
#define RLI "\xe2\x81\xa7"
#define PDI "\xe2\x81\xa9"

static const OutlayFigureLocale english = {
  .number = { ".", ",", "\3" },
  .money = { ".", ",", "\3" },
  .currency_first = TRUE,
  .sign_position = OUTLAY_SIGN_BEFORE_ALL,
  .minus = MINUS,
};

static const OutlayFigureLocale german = {
  .number = { ",", ".", "\3" },
  .money = { ",", ".", "\3" },
  .currency_space = TRUE,
  .sign_position = OUTLAY_SIGN_BEFORE_ALL,
  .minus = MINUS,
  .percent = "%s" NBSP "%%",
  .units = { "%s" NBSP "Tsd.", "%s" NBSP "Mio.", "%s" NBSP "Mrd.", "%s" NBSP "Bio." },
};

static const OutlayFigureLocale french = {
  .number = { ",", NARROW_NBSP, "\3" },
  .money = { ",", NARROW_NBSP, "\3" },
  .currency_space = TRUE,
  .sign_position = OUTLAY_SIGN_BEFORE_ALL,
  .minus = MINUS,
};

static const OutlayFigureLocale swiss = {
  .number = { ".", "’", "\3\3" },
  .money = { ".", "’", "\3\3" },
  .currency_first = TRUE,
  .currency_space = TRUE,
  .sign_position = OUTLAY_SIGN_AFTER_CURRENCY,
  .minus = MINUS,
};

static const OutlayFigureLocale indian = {
  .number = { ".", ",", "\3\2" },
  .money = { ".", ",", "\3\2" },
  .currency_first = TRUE,
  .sign_position = OUTLAY_SIGN_BEFORE_ALL,
  .minus = MINUS,
};

static const OutlayFigureLocale arabic = {
  .number = { ".", ",", "\3" },
  .money = { ".", ",", "\3" },
  .currency_first = TRUE,
  .currency_space = TRUE,
  .sign_position = OUTLAY_SIGN_BEFORE_ALL,
  .minus = LRM MINUS,
  .isolate = TRUE,
};

/* A currency's sign that trails, with the minus behind or within. */
static const OutlayFigureLocale trailing_minus = {
  .number = { ",", ".", "\3" },
  .money = { ",", ".", "\3" },
  .currency_first = TRUE,
  .currency_space = TRUE,
  .sign_position = OUTLAY_SIGN_AFTER_ALL,
  .minus = MINUS,
};

static const OutlayFigureLocale minus_at_currency = {
  .number = { ",", ".", "\3" },
  .money = { ",", ".", "\3" },
  .currency_space = TRUE,
  .sign_position = OUTLAY_SIGN_BEFORE_CURRENCY,
  .minus = MINUS,
};

typedef char *(*MoneyFunc) (const OutlayFigureLocale *locale,
                            double                    value,
                            const char               *currency);

static char *
short_money (const OutlayFigureLocale *locale,
             double                    value,
             const char               *currency)
{
  return outlay_figure_locale_money_short (locale, value, 0, currency);
}

typedef struct
{
  const OutlayFigureLocale *locale;
  double                    value;
  const char               *currency;
  const char               *expected;
} Case;

static void
check_money (MoneyFunc   format,
             const Case *cases,
             guint       n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *text = format (cases[i].locale, cases[i].value, cases[i].currency);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_money (void)
{
  static const Case cases[] = {
    { &english, 64020, "USD", "$64,020" },
    { &english, 64019.5001, "USD", "$64,020" },
    { &english, 999.4, "USD", "$999" },
    { &english, 1234567, "USD", "$1,234,567" },
    { &english, 6.858, "USD", "$6.86" },
    { &english, 9.994, "USD", "$9.99" },
    { &english, 9.996, "USD", "$10" },
    { &english, 0.004, "USD", "$0" },
    { &english, 0, "USD", "$0" },
    { &english, -0.001, "USD", "$0" },
    { &english, -1576, "USD", MINUS "$1,576" },
    { &english, NAN, "USD", DASH },
    { &english, INFINITY, "USD", DASH },
    { &english, 64020, "EUR", "€64,020" },
    { &english, 64020, "GBP", "£64,020" },
    { &english, 64020, "JPY", "¥64,020" },
    { &english, 64020, "CHF", "CHF" NBSP "64,020" },
    { &english, 64020, "PLN", "zł" NBSP "64,020" },
    { &german, 64020, "USD", "64.020" NBSP "$" },
    { &german, 6.858, "EUR", "6,86" NBSP "€" },
    { &german, -64020, "EUR", MINUS "64.020" NBSP "€" },
    { &german, 64020, "CHF", "64.020" NBSP "CHF" },
    { &french, 64020, "EUR", "64" NARROW_NBSP "020" NBSP "€" },
    { &swiss, 64020, "USD", "$" NBSP "64’020" },
    { &swiss, -64020, "CHF", "CHF" MINUS NBSP "64’020" },
    { &indian, 12345678, "INR", "₹1,23,45,678" },
    { &arabic, 64020, "USD", RLI "$" NBSP RLM "64,020" PDI },
    { &arabic, 64020, "CHF", RLI "CHF" NBSP RLM "64,020" PDI },
    { &arabic, -64020, "USD", RLI "$" NBSP RLM LRM MINUS "64,020" PDI },
    { &trailing_minus, -5000, "EUR", "€" NBSP "5.000" MINUS },
    { &minus_at_currency, -5000, "EUR", "5.000" NBSP MINUS "€" },
  };

  check_money (outlay_figure_locale_money, cases, G_N_ELEMENTS (cases));
}

static void
test_exact (void)
{
  static const Case cases[] = {
    { &english, 4018.307, "USD", "$4,018.31" },
    { &english, 4018.3, "USD", "$4,018.30" },
    { &english, 4018.3, "JPY", "¥4,018" },
    { &english, 4018.3, "KWD", "KWD" NBSP "4,018.300" },
    { &english, 0, "USD", "$0.00" },
    { &german, 4018.307, "EUR", "4.018,31" NBSP "€" },
    { &english, NAN, "USD", DASH },
  };

  check_money (outlay_figure_locale_money_exact, cases, G_N_ELEMENTS (cases));
}

static void
test_short (void)
{
  static const Case cases[] = {
    { &english, 12000, "USD", "$12k" },
    { &english, 12400, "USD", "$12k" },
    { &english, 1200, "USD", "$1.2k" },
    { &english, 999.4, "USD", "$999" },
    { &english, 999.6, "USD", "$1k" },
    { &english, 9980, "USD", "$10k" },
    { &english, 999700, "USD", "$1M" },
    { &english, 1234567, "USD", "$1.2M" },
    { &english, 2e9, "USD", "$2B" },
    { &english, 3e12, "USD", "$3T" },
    { &english, -12000, "USD", MINUS "$12k" },
    { &english, 0, "USD", "$0" },
    { &english, 6.5, "USD", "$6.50" },
    { &german, 12000, "EUR", "12" NBSP "Tsd." NBSP "€" },
    { &german, 1.25e6, "EUR", "1,2" NBSP "Mio." NBSP "€" },
    { &english, NAN, "USD", DASH },
  };

  check_money (short_money, cases, G_N_ELEMENTS (cases));
}

/* Ticks of one axis have as many decimals as tell them apart. */
static void
test_axis (void)
{
  static const struct
  {
    double      value;
    double      step;
    const char *expected;
  } cases[] = {
    { 0, 2000, "$0" },
    { 2000, 2000, "$2k" },
    { 12000, 2000, "$12k" },
    { 2000, 500, "$2.0k" },
    { 2500, 500, "$2.5k" },
    { 500, 500, "$500" },
    { 1000000, 200000, "$1.0M" },
    { 0.05, 0.05, "$0.05" },
    { 20, 5, "$20" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        outlay_figure_locale_money_short (&english, cases[i].value, cases[i].step, "USD");

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* As many decimals as the card has, and the two of a price tag at least. */
static void
test_price (void)
{
  static const struct
  {
    const OutlayFigureLocale *locale;
    double                    value;
    const char               *expected;
  } cases[] = {
    { &english, 5, "$5.00" },
    { &english, 0.5, "$0.50" },
    { &english, 0.435, "$0.435" },
    { &english, 0.0036, "$0.0036" },
    { &english, 18.75, "$18.75" },
    { &english, 0, "$0.00" },
    { &english, NAN, DASH },
    { &german, 0.435, "0,435" NBSP "$" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = outlay_figure_locale_price (cases[i].locale, cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_number (void)
{
  static const struct
  {
    const OutlayFigureLocale *locale;
    double                    value;
    int                       decimals;
    const char               *expected;
  } cases[] = {
    { &english, 170000, 0, "170,000" },
    { &english, 3.25, 1, "3.2" },
    { &english, -0.04, 1, "0.0" },
    { &english, -4, 0, MINUS "4" },
    { &german, 1234.5, 2, "1.234,50" },
    { &indian, 1234567, 0, "12,34,567" },
    { &arabic, -4, 0, LRM MINUS "4" },
    { &english, NAN, 0, DASH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        outlay_figure_locale_number (cases[i].locale, cases[i].value, cases[i].decimals);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_percent (void)
{
  g_autofree char *whole = outlay_figure_locale_percent (&english, 0.33, 0);
  g_autofree char *german_one = outlay_figure_locale_percent (&german, 0.335, 1);
  g_autofree char *missing = outlay_figure_locale_percent (&english, NAN, 0);
  g_autofree char *rise = outlay_figure_locale_change (&english, 1.63, 0);
  g_autofree char *fall = outlay_figure_locale_change (&english, -0.25, 0);
  g_autofree char *right_to_left = outlay_figure_locale_change (&arabic, 0.36, 0);

  g_assert_cmpstr (whole, ==, "33" NBSP "%");
  g_assert_cmpstr (german_one, ==, "33,5" NBSP "%");
  g_assert_cmpstr (missing, ==, DASH);
  g_assert_cmpstr (rise, ==, "+163" NBSP "%");
  g_assert_cmpstr (fall, ==, MINUS "25" NBSP "%");
  g_assert_cmpstr (right_to_left, ==, LRI "+36" NBSP "%" PDI);
}

/* A plus stands where a minus does, in money and in percents. */
static void
test_right_to_left_changes (void)
{
  g_autofree char *more = NULL;
  g_autofree char *less = NULL;
  g_autofree char *share = NULL;

  outlay_figure_format_set_right_to_left (TRUE);
  more = outlay_figure_format_signed (20122, outlay_figure_format_money (20122, "USD"));
  less = outlay_figure_format_signed (-20122, outlay_figure_format_money (-20122, "USD"));
  share = outlay_figure_format_signed (0.25, outlay_figure_format_percent (0.25));
  outlay_figure_format_set_right_to_left (FALSE);

  g_assert_cmpstr (more, ==, RLI "$" RLM LRM "+20,122" PDI);
  g_assert_cmpstr (less, ==, RLI "$" RLM LRM MINUS "20,122" PDI);
  g_assert_cmpstr (share, ==, LRI LRM "+25" NBSP "%" PDI);
}

/* The "C" locale knows neither groups nor money, and is read as English. */
static void
test_this_locale (void)
{
  g_autofree char *money = outlay_figure_format_money (-64020, "USD");
  g_autofree char *exact = outlay_figure_format_money_exact (4018.307, "USD");
  g_autofree char *short_text = outlay_figure_format_money_short (12000, "USD");
  g_autofree char *price = outlay_figure_format_price (0.435);
  g_autofree char *number = outlay_figure_format_number (170000, 0);
  g_autofree char *percent = outlay_figure_format_percent (0.33);

  g_assert_cmpstr (money, ==, MINUS "$64,020");
  g_assert_cmpstr (exact, ==, "$4,018.31");
  g_assert_cmpstr (short_text, ==, "$12k");
  g_assert_cmpstr (price, ==, "$0.435");
  g_assert_cmpstr (number, ==, "170,000");
  g_assert_cmpstr (percent, ==, "33" NBSP "%");
}

/* What the machine knows of a locale is read, and not only the digits of it. */
static void
test_german_locale (void)
{
  g_autofree char *money = NULL;
  g_autofree char *number = NULL;

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the machine has no German locale");
      return;
    }

  money = outlay_figure_format_money (-64020, "EUR");
  number = outlay_figure_format_number (1234.5, 1);
  setlocale (LC_ALL, "C.UTF-8");

  g_assert_cmpstr (money, ==, MINUS "64.020" NBSP "€");
  g_assert_cmpstr (number, ==, "1.234,5");
}

static void
test_months (void)
{
  OutlayScenario scenario = { .start = 2026 * 12 + 11, .months = 7 };
  g_autofree char *first = outlay_figure_format_month (&scenario, 0);
  g_autofree char *next_year = outlay_figure_format_month (&scenario, 3);
  g_autofree char *short_name = outlay_figure_format_month_short (&scenario, 3);

  g_assert_cmpstr (first, ==, "December 2026");
  g_assert_cmpstr (next_year, ==, "March 2027");
  g_assert_cmpstr (short_name, ==, "Mar");
}

static void
test_currencies (void)
{
  g_assert_cmpstr (outlay_currency_get_name ("USD"), ==, "US dollars");
  g_assert_cmpstr (outlay_currency_get_name ("SEK"), ==, "SEK");
  g_assert_cmpstr (outlay_currency_get_sign ("EUR"), ==, "€");
  g_assert_cmpstr (outlay_currency_get_sign ("CLP"), ==, "CLP");
  g_assert_cmpint (outlay_currency_get_decimals ("CLP"), ==, 0);
  g_assert_cmpint (outlay_currency_get_decimals ("SEK"), ==, 2);
  g_assert_true (outlay_currency_needs_rate (&(OutlayCurrency) { "EUR", 1 }));
  g_assert_false (outlay_currency_needs_rate (&(OutlayCurrency) { "EUR", 0.86 }));
  g_assert_false (outlay_currency_needs_rate (&(OutlayCurrency) { "USD", 1 }));
  g_assert_false (outlay_currency_needs_rate (&(OutlayCurrency) { "PAB", 1 }));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure-format/money", test_money);
  g_test_add_func ("/figure-format/money-exact", test_exact);
  g_test_add_func ("/figure-format/money-short", test_short);
  g_test_add_func ("/figure-format/axis", test_axis);
  g_test_add_func ("/figure-format/price", test_price);
  g_test_add_func ("/figure-format/number", test_number);
  g_test_add_func ("/figure-format/percent", test_percent);
  g_test_add_func ("/figure-format/right-to-left-changes", test_right_to_left_changes);
  g_test_add_func ("/figure-format/this-locale", test_this_locale);
  g_test_add_func ("/figure-format/german-locale", test_german_locale);
  g_test_add_func ("/figure-format/months", test_months);
  g_test_add_func ("/figure-format/currencies", test_currencies);

  return g_test_run ();
}
