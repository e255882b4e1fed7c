/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where agents keep their logs, and what is a log. */
#include "usage-sources.h"

#include "log-reader.h"

#include <string.h>

/* So much of a file tells what it is. */
#define START_LENGTH 65536

static const struct
{
  const char *name;
  const char *folder; /* below the home folder */
} agents[] = {
  { "Claude Code", ".claude/projects" },
  { "Codex", ".codex/sessions" },
  { "Gemini CLI", ".gemini/tmp" },
};

static void
source_free (gpointer data)
{
  OutlayUsageSource *source = data;

  g_free (source->path);
  g_free (source);
}

/* Returns: (transfer full) (element-type OutlayUsageSource): those that are here */
GPtrArray *
outlay_usage_sources_find (void)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func (source_free);

  for (guint i = 0; i < G_N_ELEMENTS (agents); i++)
    {
      g_autofree char *path = g_build_filename (g_get_home_dir (), agents[i].folder, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          OutlayUsageSource *source = g_new (OutlayUsageSource, 1);

          *source = (OutlayUsageSource) { agents[i].name, g_steal_pointer (&path) };
          g_ptr_array_add (sources, source);
        }
    }

  return sources;
}

/* A scenario may be called .json, too, so that it is the content that tells. */
static gboolean
has_log_content (GFile *file)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autofree char *start = g_malloc (START_LENGTH);
  gsize length = 0;

  return stream != NULL &&
         g_input_stream_read_all (G_INPUT_STREAM (stream), start, START_LENGTH, &length, NULL,
                                  NULL) &&
         outlay_log_format_tell (start, length, NULL) != OUTLAY_LOG_UNKNOWN;
}

/**
 * outlay_usage_is_log:
 * @file: what was dropped on a window
 *
 * Returns: whether it is, or may hold, what agents logged
 */
gboolean
outlay_usage_is_log (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    return TRUE;
  if (name == NULL || g_str_has_suffix (name, ".outlay"))
    return FALSE;

  return g_str_has_suffix (name, ".jsonl") || g_str_has_suffix (name, ".csv") ||
         has_log_content (file);
}
