/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue.h"

#include "catalogue-private.h"
#include "checks.h"
#include "json-text.h"
#include "near.h"
#include "reader.h"
#include "shipped.h"

G_DEFINE_BOXED_TYPE (OutlayCatalogue, outlay_catalogue,
                     outlay_catalogue_ref, outlay_catalogue_unref)

/**
 * outlay_catalogue_read:
 * @bytes: a catalogue's text
 * @problems: takes what is wrong
 *
 * Returns: (transfer full) (nullable): the catalogue, or %NULL where anything
 *   is wrong
 */
OutlayCatalogue *
outlay_catalogue_read (GBytes         *bytes,
                       OutlayProblems *problems)
{
  g_autoptr (OutlayCatalogue) catalogue = NULL;
  g_autoptr (json_t) json = outlay_json_parse (bytes, problems);

  if (json == NULL)
    return NULL;

  catalogue = g_new0 (OutlayCatalogue, 1);
  g_atomic_ref_count_init (&catalogue->ref_count);
  catalogue->pool = outlay_pool_new ();
  catalogue->format = 1;
  outlay_read_inputs (json, &outlay_catalogue_inputs, catalogue, catalogue->pool, problems);
  outlay_check_prices (&catalogue->prices, "", problems);
  if (outlay_problems_get_n_total (problems) > 0)
    return NULL;

  return g_steal_pointer (&catalogue);
}

OutlayCatalogue *
outlay_catalogue_load (const char     *path,
                       OutlayProblems *problems)
{
  g_autoptr (GBytes) bytes = outlay_json_load_file (path, problems);

  return bytes != NULL ? outlay_catalogue_read (bytes, problems) : NULL;
}

/**
 * outlay_catalogue_get_default:
 *
 * Returns: (transfer none): the catalogue that is shipped
 */
OutlayCatalogue *
outlay_catalogue_get_default (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GBytes) bytes = outlay_shipped_lookup ("catalogue.json");
      g_autoptr (OutlayProblems) problems = outlay_problems_new ("catalogue.json");
      OutlayCatalogue *catalogue = outlay_catalogue_read (bytes, problems);

      if (catalogue == NULL)
        g_error ("The shipped catalogue is broken: %s", outlay_problems_to_string (problems));
      g_once_init_leave (&once, (gsize) catalogue);
    }

  return (OutlayCatalogue *) once;
}

OutlayCatalogue *
outlay_catalogue_ref (OutlayCatalogue *catalogue)
{
  g_return_val_if_fail (catalogue != NULL, NULL);

  g_atomic_ref_count_inc (&catalogue->ref_count);

  return catalogue;
}

void
outlay_catalogue_unref (OutlayCatalogue *catalogue)
{
  g_return_if_fail (catalogue != NULL);

  if (!g_atomic_ref_count_dec (&catalogue->ref_count))
    return;

  outlay_pool_free (catalogue->pool);
  g_free (catalogue);
}

/* The day up to which prices were seen, as 20261122, or 0 where it is not told. */
int
outlay_catalogue_get_date (const OutlayCatalogue *catalogue)
{
  return catalogue->date;
}

const OutlayPrices *
outlay_catalogue_get_prices (const OutlayCatalogue *catalogue)
{
  return &catalogue->prices;
}

/**
 * outlay_prices_describe_near_models:
 * @first: models to offer
 * @second: (nullable): more of them
 * @id: an id that none of them has
 *
 * Returns: (transfer full) (nullable): the nearest ids, to be offered
 */
char *
outlay_prices_describe_near_models (const OutlayPrices *first,
                                    const OutlayPrices *second,
                                    const char         *id)
{
  OutlayNear near;

  outlay_near_init_id (&near, id);
  for (guint i = 0; i < first->n_models; i++)
    outlay_near_consider (&near, first->models[i].id);
  for (guint i = 0; second != NULL && i < second->n_models; i++)
    if (outlay_prices_find_model (first, second->models[i].id) == NULL)
      outlay_near_consider (&near, second->models[i].id);

  return outlay_near_describe (&near);
}

/* The same for plans. */
char *
outlay_prices_describe_near_plans (const OutlayPrices *first,
                                   const OutlayPrices *second,
                                   const char         *id)
{
  OutlayNear near;

  outlay_near_init_id (&near, id);
  for (guint i = 0; i < first->n_plans; i++)
    outlay_near_consider (&near, first->plans[i].id);
  for (guint i = 0; second != NULL && i < second->n_plans; i++)
    if (outlay_prices_find_plan (first, second->plans[i].id) == NULL)
      outlay_near_consider (&near, second->plans[i].id);

  return outlay_near_describe (&near);
}
