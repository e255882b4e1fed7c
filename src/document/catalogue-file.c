/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue-file.h"

#include "catalogue-private.h"
#include "inputs.h"
#include "writer.h"

#include <string.h>

/**
 * outlay_catalogue_new:
 * @pool: (transfer full): where everything in @prices lies
 * @date: the day up to which prices were seen, as 20261122, or 0
 * @prices: models and plans
 *
 * Returns: (transfer full): a catalogue of them
 */
OutlayCatalogue *
outlay_catalogue_new (OutlayPool         *pool,
                      int                 date,
                      const OutlayPrices *prices)
{
  OutlayCatalogue *catalogue = g_new0 (OutlayCatalogue, 1);

  g_atomic_ref_count_init (&catalogue->ref_count);
  catalogue->pool = pool;
  catalogue->format = 1;
  catalogue->date = date;
  catalogue->prices = *prices;

  return catalogue;
}

/**
 * outlay_catalogue_write:
 * @catalogue: a catalogue
 *
 * Returns: (transfer full): its file
 */
GBytes *
outlay_catalogue_write (const OutlayCatalogue *catalogue)
{
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();
  char *text;

  outlay_write_inputs (writer, &outlay_catalogue_inputs, catalogue, NULL);
  text = outlay_json_writer_finish (writer);

  return g_bytes_new_take (text, strlen (text));
}
