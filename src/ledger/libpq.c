/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "libpq.h"

#include "database.h"

#include <gmodule.h>

/* The one whose functions libpq-fe.h declares. */
#define LIBRARY "libpq.so.5"

static gboolean
find_functions (GModule      *module,
                OutlayLibpq  *library)
{
  const struct
  {
    const char *name;
    gpointer   *function;
  } functions[] = {
#define FUNCTION(name) { #name, (gpointer *) &library->name },
    OUTLAY_LIBPQ_FUNCTIONS (FUNCTION)
#undef FUNCTION
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (!g_module_symbol (module, functions[i].name, functions[i].function))
      return FALSE;

  return TRUE;
}

static OutlayLibpq *
load (GError **error)
{
  g_autofree OutlayLibpq *library = g_new0 (OutlayLibpq, 1);
  GModule *module = g_module_open (LIBRARY, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);

  if (module != NULL && find_functions (module, library))
    {
      g_module_make_resident (module);
      return g_steal_pointer (&library);
    }

  g_set_error (error, OUTLAY_DATABASE_ERROR, OUTLAY_DATABASE_ERROR_OPEN,
               "a ledger on a server needs " LIBRARY ": %s", g_module_error ());
  if (module != NULL)
    g_module_close (module);

  return NULL;
}

/**
 * outlay_libpq_load:
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Returns: (transfer none) (nullable): the library, which stays until the program ends
 */
const OutlayLibpq *
outlay_libpq_load (GError **error)
{
  static GMutex lock;
  static OutlayLibpq *library = NULL;

  g_mutex_lock (&lock);
  if (library == NULL)
    library = load (error);
  g_mutex_unlock (&lock);

  return library;
}
