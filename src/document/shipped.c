/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data that is compiled in: it is there wherever the program is. */
#include "shipped.h"

#include "outlay-data-resources.h"

#define PREFIX "/io/github/outlay/data/"

/**
 * outlay_shipped_lookup:
 * @name: a name below data/, such as `catalogue.json`
 *
 * Returns: (transfer full) (nullable): what it holds
 */
GBytes *
outlay_shipped_lookup (const char *name)
{
  g_autofree char *path = g_strconcat (PREFIX, name, NULL);

  return g_resource_lookup_data (outlay_data_get_resource (), path,
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/**
 * outlay_shipped_list:
 * @folder: a folder below data/
 *
 * Returns: (transfer full): the names in it
 */
GStrv
outlay_shipped_list (const char *folder)
{
  g_autofree char *path = g_strconcat (PREFIX, folder, NULL);
  GStrv names = g_resource_enumerate_children (outlay_data_get_resource (), path,
                                               G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (names != NULL);

  return names;
}
