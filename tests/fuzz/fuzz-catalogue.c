/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever bytes: a catalogue, or a reason why not. */
#include "fuzz.h"

#include "catalogue.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("fuzz");
  g_autoptr (OutlayCatalogue) catalogue = outlay_catalogue_read (bytes, problems);
  const OutlayPrices *prices;

  g_assert ((catalogue == NULL) == (outlay_problems_get_n_total (problems) > 0));
  if (catalogue == NULL)
    return 0;

  prices = outlay_catalogue_get_prices (catalogue);
  for (guint i = 0; i < prices->n_models; i++)
    {
      const OutlayModel *model = &prices->models[i];
      g_autofree char *near = outlay_prices_describe_near_models (prices, NULL, model->name);

      g_assert (outlay_prices_find_model (prices, model->id) == model);
      g_assert (outlay_model_get_card (model, outlay_catalogue_get_date (catalogue)) != NULL);
      g_assert (near == NULL || g_utf8_validate (near, -1, NULL));
    }

  return 0;
}
