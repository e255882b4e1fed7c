/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue.h"
#include "outlay-catalogue.h"
#include "read-values.h"

#include <math.h>
#include <string.h>

OutlayCatalogue *
outlay_catalogue_new_from_file (const char  *path,
                                GError     **error)
{
  g_autoptr (OutlayProblems) problems = NULL;
  OutlayCatalogue *catalogue;

  g_return_val_if_fail (path != NULL, NULL);

  problems = outlay_problems_new (path);
  catalogue = outlay_catalogue_load (path, problems);
  outlay_problems_to_error (problems, error);

  return catalogue;
}

char **
outlay_catalogue_list_models (OutlayCatalogue *catalogue)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  const OutlayPrices *prices;

  g_return_val_if_fail (catalogue != NULL, NULL);

  prices = outlay_catalogue_get_prices (catalogue);
  for (guint i = 0; i < prices->n_models; i++)
    g_strv_builder_add (ids, prices->models[i].id);

  return g_strv_builder_end (ids);
}

char **
outlay_catalogue_list_plans (OutlayCatalogue *catalogue)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  const OutlayPrices *prices;

  g_return_val_if_fail (catalogue != NULL, NULL);

  prices = outlay_catalogue_get_prices (catalogue);
  for (guint i = 0; i < prices->n_plans; i++)
    g_strv_builder_add (ids, prices->plans[i].id);

  return g_strv_builder_end (ids);
}

double
outlay_catalogue_get_price (OutlayCatalogue *catalogue,
                            const char      *model,
                            const char      *price,
                            const char      *date)
{
  static const struct { const char *name; gsize offset; } prices[] = {
    { "input", G_STRUCT_OFFSET (OutlayPriceBlock, input) },
    { "output", G_STRUCT_OFFSET (OutlayPriceBlock, output) },
    { "cache_read", G_STRUCT_OFFSET (OutlayPriceBlock, cache_read) },
    { "cache_write", G_STRUCT_OFFSET (OutlayPriceBlock, cache_write) },
    { "cache_write_1h", G_STRUCT_OFFSET (OutlayPriceBlock, cache_write_1h) },
  };
  const OutlayModel *found;
  int day;

  g_return_val_if_fail (catalogue != NULL && model != NULL && price != NULL && date != NULL,
                        NAN);

  found = outlay_prices_find_model (outlay_catalogue_get_prices (catalogue), model);
  if (found == NULL || !outlay_parse_date (date, &day))
    return NAN;

  for (guint i = 0; i < G_N_ELEMENTS (prices); i++)
    if (strcmp (prices[i].name, price) == 0)
      return G_STRUCT_MEMBER (double, &outlay_model_get_card (found, day)->base,
                              prices[i].offset);

  return NAN;
}
