/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "log-writer.h"

#include <gio/gio.h>

char *
log_writer_make_folder (void)
{
  char *folder = g_dir_make_tmp ("outlay-ledger-XXXXXX", NULL);

  g_assert_nonnull (folder);

  return folder;
}

static void
remove_all (GFile *file)
{
  g_autoptr (GFileEnumerator) list =
    g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME,
                               G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (list != NULL && g_file_enumerator_iterate (list, NULL, &child, NULL, NULL) &&
         child != NULL)
    remove_all (child);
  g_clear_object (&list);
  g_file_delete (file, NULL, NULL);
}

void
log_writer_remove_folder (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  remove_all (file);
}

/* @second counts from the first of June; a day has 86,400. */
static void
add_head (GString    *log,
          const char *type,
          const char *session,
          const char *id,
          int         second)
{
  g_string_append_printf (log, "{\"type\":\"%s\",\"sessionId\":\"%s\",\"uuid\":\"%s-%d\","
                          "\"timestamp\":\"2026-06-%02dT%02d:%02d:%02d.000Z\","
                          "\"version\":\"2.1.140\",\"cwd\":\"/src/%s-repository\",",
                          type, session, id, second, 1 + second / 86400, second / 3600 % 24,
                          second / 60 % 60, second % 60, session);
}

void
log_writer_add_prompt (GString    *log,
                       const char *session,
                       const char *id,
                       int         second)
{
  add_head (log, "user", session, id, second);
  g_string_append (log, "\"message\":{\"role\":\"user\",\"content\":\"Why?\"}}\n");
}

void
log_writer_add_answer (GString    *log,
                       const char *session,
                       const char *id,
                       int         second,
                       int         output)
{
  add_head (log, "assistant", session, id, second);
  g_string_append_printf (log, "\"message\":{\"id\":\"%s\",\"role\":\"assistant\","
                          "\"model\":\"claude-opus-5\",\"stop_reason\":\"end_turn\","
                          "\"content\":[{\"type\":\"tool_use\",\"name\":\"Edit\",\"input\":{}}],"
                          "\"usage\":{\"input_tokens\":7,\"cache_read_input_tokens\":1000,"
                          "\"cache_creation_input_tokens\":20,\"output_tokens\":%d}}}\n",
                          id, output);
}

void
log_writer_write (const char *folder,
                  const char *name,
                  const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* Sessions that share messages, as resumed ones do. */
void
log_writer_write_sessions (const char *folder,
                           guint       n_files,
                           guint       n_messages)
{
  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (GString) log = g_string_new (NULL);
      g_autofree char *session = g_strdup_printf ("s%u", i);
      g_autofree char *name = g_strdup_printf ("%u.jsonl", i);

      for (guint j = 0; j < n_messages; j++)
        {
          g_autofree char *id = g_strdup_printf ("m%u", i * (n_messages - 3) + j);
          int second = (int) (i * 3600 + j * 7);

          if (j % 5 == 0)
            log_writer_add_prompt (log, session, id, second);
          log_writer_add_answer (log, session, id, second, 3);
          log_writer_add_answer (log, session, id, second, 100 + (int) j);
        }
      log_writer_write (folder, name, log->str);
    }
}
