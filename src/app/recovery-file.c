/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recovery-file.h"

#include "save-file.h"

#define GROUP "Recovery"

/**
 * outlay_recovery_new:
 * @file: (nullable): the scenario's file
 * @saved: what it holds
 * @present: what the scenario is now
 *
 * Returns: (transfer full): the three together
 */
OutlayRecovery *
outlay_recovery_new (GFile          *file,
                     OutlayScenario *saved,
                     OutlayScenario *present)
{
  OutlayRecovery *self = g_new0 (OutlayRecovery, 1);

  g_set_object (&self->file, file);
  self->saved = outlay_scenario_ref (saved);
  self->present = outlay_scenario_ref (present);

  return self;
}

void
outlay_recovery_free (OutlayRecovery *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->saved, outlay_scenario_unref);
  g_clear_pointer (&self->present, outlay_scenario_unref);
  g_free (self);
}

static void
put_scenario (GKeyFile             *keys,
              const char           *key,
              const OutlayScenario *scenario)
{
  g_autoptr (GBytes) bytes = outlay_scenario_write (scenario);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *string = g_strndup (text, length);

  g_key_file_set_string (keys, GROUP, key, string);
}

/**
 * outlay_recovery_write:
 * @self: what to keep
 * @path: where to
 * @error: why it could not be
 *
 * Writes it whole or not at all. May be called from any thread.
 *
 * Returns: whether it was written
 */
gboolean
outlay_recovery_write (const OutlayRecovery  *self,
                       const char            *path,
                       GError               **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;

  if (self->file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (self->file);

      g_key_file_set_string (keys, GROUP, "file", uri);
    }
  put_scenario (keys, "saved", self->saved);
  put_scenario (keys, "present", self->present);

  text = g_key_file_to_data (keys, &length, NULL);
  bytes = g_bytes_new_take (text, length);

  return outlay_file_save (path, bytes, error);
}

static OutlayScenario *
get_scenario (GKeyFile        *keys,
              const char      *key,
              OutlayCatalogue *catalogue,
              OutlayProblems  *problems)
{
  g_autoptr (GError) error = NULL;
  char *text = g_key_file_get_string (keys, GROUP, key, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL)
    {
      outlay_problems_add (problems, key, NULL, NULL, "%s", error->message);
      return NULL;
    }
  bytes = g_bytes_new_take (text, strlen (text));

  return outlay_scenario_read (bytes, catalogue, problems);
}

/**
 * outlay_recovery_read:
 * @path: where it was written
 * @catalogue: what its options can name
 * @problems: what is wrong with it is added here
 *
 * Returns: (transfer full) (nullable): what was kept, or %NULL with problems
 */
OutlayRecovery *
outlay_recovery_read (const char      *path,
                      OutlayCatalogue *catalogue,
                      OutlayProblems  *problems)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (OutlayScenario) saved = NULL;
  g_autoptr (OutlayScenario) present = NULL;

  if (!g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, &error))
    {
      outlay_problems_add (problems, "(top)", NULL, NULL, "%s", error->message);
      return NULL;
    }

  uri = g_key_file_get_string (keys, GROUP, "file", NULL);
  if (uri != NULL)
    file = g_file_new_for_uri (uri);

  saved = get_scenario (keys, "saved", catalogue, problems);
  present = get_scenario (keys, "present", catalogue, problems);
  if (saved == NULL || present == NULL)
    return NULL;

  return outlay_recovery_new (file, saved, present);
}
