/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What ISO 4217 and Unicode's CLDR know of the currencies that differ from
 * "the code, and two decimals". */
#include "currencies.h"

#include <glib/gi18n.h>
#include <string.h>

#define USUAL_DECIMALS 2

static const struct
{
  const char *code;
  const char *sign; /* NULL: the code */
  int         decimals;
} currencies[] = {
  { "AUD", "A$", 2 },
  { "BHD", NULL, 3 },
  { "BIF", NULL, 0 },
  { "BRL", "R$", 2 },
  { "CAD", "CA$", 2 },
  { "CLP", NULL, 0 },
  { "CNY", "CN¥", 2 },
  { "CZK", "Kč", 2 },
  { "DJF", NULL, 0 },
  { "EUR", "€", 2 },
  { "GBP", "£", 2 },
  { "GNF", NULL, 0 },
  { "HKD", "HK$", 2 },
  { "ILS", "₪", 2 },
  { "INR", "₹", 2 },
  { "IQD", NULL, 3 },
  { "ISK", NULL, 0 },
  { "JOD", NULL, 3 },
  { "JPY", "¥", 0 },
  { "KMF", NULL, 0 },
  { "KRW", "₩", 0 },
  { "KWD", NULL, 3 },
  { "LYD", NULL, 3 },
  { "MXN", "MX$", 2 },
  { "NGN", "₦", 2 },
  { "NZD", "NZ$", 2 },
  { "OMR", NULL, 3 },
  { "PHP", "₱", 2 },
  { "PLN", "zł", 2 },
  { "PYG", "₲", 0 },
  { "RUB", "₽", 2 },
  { "RWF", NULL, 0 },
  { "TND", NULL, 3 },
  { "TRY", "₺", 2 },
  { "TWD", "NT$", 2 },
  { "UAH", "₴", 2 },
  { "UGX", NULL, 0 },
  { "USD", "$", 2 },
  { "VND", "₫", 0 },
  { "VUV", NULL, 0 },
  { "XAF", NULL, 0 },
  { "XOF", NULL, 0 },
  { "XPF", NULL, 0 },
};

static int
find_currency (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (g_str_equal (currencies[i].code, code))
      return (int) i;

  return -1;
}

/**
 * outlay_currency_get_name:
 * @code: an ISO 4217 code
 *
 * Returns: the currency's name in the person's language where it is known, in
 *   the plural, as at the start of a sentence; else @code
 */
const char *
outlay_currency_get_name (const char *code)
{
  static const struct
  {
    const char *code;
    const char *name;
  } names[] = {
    { "CHF", NC_("currency", "Swiss francs") },
    { "EUR", NC_("currency", "Euros") },
    { "GBP", NC_("currency", "Pounds sterling") },
    { "JPY", NC_("currency", "Japanese yen") },
    { "USD", NC_("currency", "US dollars") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].code, code))
      return g_dpgettext2 (NULL, "currency", names[i].name);

  return code;
}

/**
 * outlay_currency_get_sign:
 * @code: an ISO 4217 code
 *
 * Returns: the currency's usual sign where it is unmistakable, else @code
 */
const char *
outlay_currency_get_sign (const char *code)
{
  int found = find_currency (code);

  return found >= 0 && currencies[found].sign != NULL ? currencies[found].sign : code;
}

/**
 * outlay_currency_get_decimals:
 * @code: an ISO 4217 code
 *
 * Returns: how many decimals the smallest coin needs
 */
int
outlay_currency_get_decimals (const char *code)
{
  int found = find_currency (code);

  return found >= 0 ? currencies[found].decimals : USUAL_DECIMALS;
}

/**
 * outlay_currency_needs_rate:
 * @currency: a scenario's currency
 *
 * The rate is the person's, and 1 until it is set: money in another currency than
 * US dollars is then dollars under another name.
 *
 * Returns: whether one unit of @currency is taken for a US dollar, though it is not
 *   one of those that are held at a dollar
 */
gboolean
outlay_currency_needs_rate (const OutlayCurrency *currency)
{
  static const char * const at_par[] = { "USD", "BMD", "BSD", "PAB" };

  for (guint i = 0; i < G_N_ELEMENTS (at_par); i++)
    if (strcmp (currency->code, at_par[i]) == 0)
      return FALSE;

  return currency->rate == 1;
}

/**
 * outlay_currency_describe_rate:
 * @currency: a scenario's currency
 *
 * Returns: (transfer full) (nullable): what is amiss with the rate; %NULL where it is set
 */
char *
outlay_currency_describe_rate (const OutlayCurrency *currency)
{
  if (!outlay_currency_needs_rate (currency))
    return NULL;

  /* Translators: a currency's code: what is amiss while its rate is still 1 */
  return g_strdup_printf (_("1 %s per US dollar: set the rate"), currency->code);
}
