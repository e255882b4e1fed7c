/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes price lists from files that are chosen, or dropped on the window. */
#include "price-window-import.h"

#include "file-chooser.h"
#include "price-words.h"

#include <glib/gi18n.h>

/* Rows that cannot be read are named up to so many. */
#define MAX_NAMED 3

/* A file on its way into the book, and the window that is told. */
typedef struct
{
  GWeakRef  window;
  char     *name;
} Import;

static void
import_free (Import *import)
{
  g_weak_ref_clear (&import->window);
  g_free (import->name);
  g_free (import);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

static char *
describe_result (const OutlayImport   *import,
                 const OutlayProblems *problems)
{
  g_autofree char *sentence = outlay_import_describe (import);
  GString *text = g_string_new (sentence);
  guint n = outlay_problems_get_n_listed (problems);

  for (guint i = 0; i < MIN (n, MAX_NAMED); i++)
    {
      const OutlayProblem *problem = outlay_problems_get (problems, i);

      g_string_append_printf (text, "\n%s: %s", problem->path, problem->message);
    }

  return g_string_free (text, FALSE);
}

static void
on_imported (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Import) asked = data;
  g_autoptr (OutlayPriceWindow) self = g_weak_ref_get (&asked->window);
  g_autoptr (OutlayProblems) problems = NULL;
  g_autoptr (OutlayImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  import = outlay_price_shelf_import_finish (OUTLAY_PRICE_SHELF (source), result, &problems,
                                             &error);
  if (self == NULL)
    return;

  if (import != NULL)
    text = describe_result (import, problems);
  else
    /* Translators: the name of a file, and why it was refused */
    text = g_strdup_printf (_("“%s” was not taken in, and the prices stay as they are. %s"),
                            asked->name, error->message);
  outlay_price_window_say (self, import != NULL ? GTK_MESSAGE_INFO : GTK_MESSAGE_ERROR, text);
}

/**
 * outlay_price_window_import:
 * @self: the price book's window
 * @file: a price list
 *
 * Takes in a price list, and says what came of it.
 */
void
outlay_price_window_import (OutlayPriceWindow *self,
                            GFile             *file)
{
  Import *import = g_new0 (Import, 1);

  g_weak_ref_init (&import->window, self);
  import->name = g_file_get_basename (file);
  outlay_price_shelf_import_async (outlay_price_window_get_shelf (self), file, on_imported,
                                   import);
}

static void
file_chosen (GtkWindow *window,
             GFile     *file,
             gpointer   data)
{
  outlay_price_window_import (OUTLAY_PRICE_WINDOW (window), file);
}

void
outlay_price_window_choose_file (OutlayPriceWindow *self)
{
  outlay_file_choose (GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _("Import a Price List"),
                      _("Price Lists"), "json", NULL, file_chosen, NULL);
}

/* One list at a time: of several the first. */
static gboolean
on_drop (GtkDropTarget     *target,
         const GValue      *value,
         double             x,
         double             y,
         OutlayPriceWindow *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL)
    return FALSE;

  outlay_price_window_import (self, files->data);

  return TRUE;
}

void
outlay_price_window_accept_drops (OutlayPriceWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
