/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#if !defined (OUTLAY_INSIDE) && !defined (OUTLAY_COMPILATION)
#error "Only <outlay.h> can be included directly."
#endif

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * OutlayCatalogue:
 *
 * The models and plans that a scenario's options can name, with their dated
 * prices.
 */
typedef struct _OutlayCatalogue OutlayCatalogue;

#define OUTLAY_TYPE_CATALOGUE (outlay_catalogue_get_type ())

GType             outlay_catalogue_get_type      (void);

/**
 * outlay_catalogue_get_default:
 *
 * Gets the catalogue that comes with the library.
 *
 * Returns: (transfer none): the catalogue
 */
OutlayCatalogue  *outlay_catalogue_get_default   (void);

/**
 * outlay_catalogue_new_from_file:
 * @path: (type filename): a catalogue file
 * @error: return location for an error that lists each problem on its own line
 *
 * Reads a catalogue.
 *
 * Returns: (transfer full): the catalogue
 */
OutlayCatalogue  *outlay_catalogue_new_from_file (const char       *path,
                                                  GError          **error);

/**
 * outlay_catalogue_ref:
 * @catalogue: a catalogue
 *
 * Takes another reference.
 *
 * Returns: (transfer full): @catalogue
 */
OutlayCatalogue  *outlay_catalogue_ref           (OutlayCatalogue  *catalogue);

/**
 * outlay_catalogue_unref:
 * @catalogue: (transfer full): a catalogue
 *
 * Gives a reference back.
 */
void              outlay_catalogue_unref         (OutlayCatalogue  *catalogue);

/**
 * outlay_catalogue_list_models:
 * @catalogue: a catalogue
 *
 * Lists the ids of its models, in the catalogue's order.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids
 */
char            **outlay_catalogue_list_models   (OutlayCatalogue  *catalogue);

/**
 * outlay_catalogue_list_plans:
 * @catalogue: a catalogue
 *
 * Lists the ids of its seat plans, in the catalogue's order.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids
 */
char            **outlay_catalogue_list_plans    (OutlayCatalogue  *catalogue);

/**
 * outlay_catalogue_get_price:
 * @catalogue: a catalogue
 * @model: a model's id
 * @price: `input`, `output`, `cache_read`, `cache_write` or `cache_write_1h`
 * @date: a day, as `2026-12-01`
 *
 * Gets a price of an ordinary call on a day.
 *
 * Returns: US dollars per million tokens; NaN where there is no such model,
 *   price or day. A missing price is never 0.
 */
double            outlay_catalogue_get_price     (OutlayCatalogue  *catalogue,
                                                  const char       *model,
                                                  const char       *price,
                                                  const char       *date);

/* Inside the library the engine's own headers have it. */
#ifndef OUTLAY_COMPILATION
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayCatalogue, outlay_catalogue_unref)
#endif

G_END_DECLS
