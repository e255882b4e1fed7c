/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong between a file and what it holds: reading and saving. */
#include "reading.h"

#include "json-text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("outlay-files-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_no_errno (g_remove (path));
    }
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->folder);
}

static char *
in_folder (const Fixture *fixture,
           const char    *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
write_file (const char *path,
            const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* A file of this size that holds nothing but NUL bytes, on no disk space. */
static void
write_sparse (const char *path,
              gint64      size)
{
  int fd = g_open (path, O_CREAT | O_WRONLY, 0644);

  g_assert_no_errno (fd);
  g_assert_no_errno (ftruncate (fd, size));
  close (fd);
}

static void
assert_loading (const char *path,
                const char *expected)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("team.outlay");
  g_autoptr (OutlayScenario) scenario =
    outlay_scenario_load (path, outlay_catalogue_get_default (), problems);
  g_autofree char *found = describe_problems (problems);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpint (scenario == NULL, ==, *expected != '\0');
}

static void
test_loading (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *good = in_folder (fixture, "good.outlay");
  g_autofree char *empty = in_folder (fixture, "empty.outlay");
  g_autofree char *missing = in_folder (fixture, "missing.outlay");
  g_autofree char *link = in_folder (fixture, "link.outlay");
  g_autofree char *dangling = in_folder (fixture, "dangling.outlay");
  g_autofree char *loop = in_folder (fixture, "loop.outlay");
  g_autofree char *below = g_build_filename (good, "below.outlay", NULL);

  write_file (good, "{\"turns\": 3}");
  write_file (empty, "");
  g_assert_no_errno (symlink (good, link));
  g_assert_no_errno (symlink (missing, dangling));
  g_assert_no_errno (symlink (loop, loop));

  assert_loading (good, "");
  assert_loading (link, "");
  assert_loading (empty, "(top): the file is empty");
  assert_loading (missing, "(top): No such file or directory");
  assert_loading (dangling, "(top): No such file or directory");
  assert_loading (loop, "(top): Too many levels of symbolic links");
  assert_loading (below, "(top): Not a directory");
  assert_loading (fixture->folder, "(top): this is a folder, not a file");
  /* A file that opens, and cannot be read even by root. */
  assert_loading ("/proc/self/mem", "(top): Input/output error");
}

/* Root may read everything, so root asks as somebody else. */
static void
test_no_permission (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *path = in_folder (fixture, "secret.outlay");
  gboolean is_root = geteuid () == 0;

  write_file (path, "{}");
  g_assert_no_errno (g_chmod (path, 0));
  if (is_root)
    g_assert_no_errno (seteuid (65534));
  assert_loading (path, "(top): Permission denied");
  if (is_root)
    g_assert_no_errno (seteuid (0));
}

/* Nobody writes to this pipe: that must not hang. */
static void
test_idle_pipe (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = in_folder (fixture, "pipe.outlay");

  g_assert_no_errno (mkfifo (path, 0600));
  assert_loading (path, "(top): the file is empty");
}

typedef struct
{
  int         fd;
  const char *text;
  gsize       repeat;
} Sender;

static gpointer
send_text (gpointer data)
{
  Sender *sender = data;
  gsize length = strlen (sender->text);

  for (gsize i = 0; i < sender->repeat; i++)
    if (write (sender->fd, sender->text, length) < (gssize) length)
      break;
  close (sender->fd);

  return NULL;
}

/* What another program sends, through a path as shells make for it. */
static void
assert_loading_sent (const char *text,
                     gsize       repeat,
                     const char *expected)
{
  Sender sender = { .text = text, .repeat = repeat };
  g_autofree char *path = NULL;
  GThread *thread;
  int fds[2];

  g_assert_no_errno (pipe (fds));
  sender.fd = fds[1];
  path = g_strdup_printf ("/dev/fd/%d", fds[0]);
  thread = g_thread_new ("sender", send_text, &sender);
  assert_loading (path, expected);
  close (fds[0]);
  g_thread_join (thread);
}

static void
test_sent (Fixture       *fixture,
           gconstpointer  data)
{
  static char blanks[100001];

  memset (blanks, ' ', 100000);
  assert_loading_sent ("{\"turns\": 3}", 1, "");
  assert_loading_sent ("{\"turns\": ", 1, "line 1, column 10: this is not JSON: "
                                          "unexpected token near end of file");
  /* A hundred megabytes, most of which are never taken. */
  assert_loading_sent (blanks, 1000, "(top): the file is too large; at most 64 MB are read");
}

static void
test_large_file (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *most = in_folder (fixture, "most.outlay");
  g_autofree char *more = in_folder (fixture, "more.outlay");
  g_autofree char *much_more = in_folder (fixture, "much-more.outlay");

  write_sparse (most, OUTLAY_JSON_MAX_BYTES);
  write_sparse (more, OUTLAY_JSON_MAX_BYTES + 1);
  write_sparse (much_more, G_GINT64_CONSTANT (100000000));
  assert_loading (most, "(top): a NUL byte: this is no text in UTF-8");
  assert_loading (more, "(top): the file is too large; at most 64 MB are read");
  assert_loading (much_more, "(top): the file is too large; at most 64 MB are read");
}

static void
test_standard_input (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = in_folder (fixture, "good.outlay");
  int before = dup (STDIN_FILENO);
  int fd;

  write_file (path, "{\"turns\": 3}");
  fd = g_open (path, O_RDONLY, 0);
  g_assert_no_errno (dup2 (fd, STDIN_FILENO));
  assert_loading ("-", "");
  /* All has been read. */
  assert_loading ("-", "(top): the file is empty");
  close (fd);
  if (before >= 0)
    g_assert_no_errno (dup2 (before, STDIN_FILENO));
  close (before);
}

static void
assert_text (const char *path,
             const char *expected)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static guint
count_files (const Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static mode_t
mode_of (const char *path)
{
  GStatBuf info;

  g_assert_no_errno (g_lstat (path, &info));

  return info.st_mode & 07777;
}

static void
test_saving (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (OutlayScenario) scenario = read_good ("{\"name\": \"Saved\", \"turns\": 3.25}");
  g_autoptr (OutlayScenario) again = NULL;
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("team.outlay");
  g_autofree char *path = in_folder (fixture, "saved.outlay");
  g_autofree char *link = in_folder (fixture, "link.outlay");
  g_autoptr (GError) error = NULL;
  mode_t mask = umask (022);

  g_assert_true (outlay_scenario_save (scenario, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (mode_of (path), ==, 0644);
  again = outlay_scenario_load (path, outlay_catalogue_get_default (), problems);
  g_assert_true (outlay_scenario_equal (scenario, again));

  /* Permissions are kept, and a link stays one. */
  g_assert_no_errno (g_chmod (path, 0640));
  g_assert_no_errno (symlink ("saved.outlay", link));
  g_assert_true (outlay_scenario_save (scenario, link, &error));
  g_assert_cmpint (mode_of (path), ==, 0640);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));

  /* Nothing is left beside them. */
  g_assert_cmpuint (count_files (fixture), ==, 2);
  umask (mask);
}

static void
assert_not_saved (const Fixture *fixture,
                  const char    *path,
                  guint          n_files)
{
  g_autoptr (OutlayScenario) scenario = read_good ("{\"name\": \"New\"}");
  g_autoptr (GError) error = NULL;

  g_assert_false (outlay_scenario_save (scenario, path, &error));
  g_assert_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_READ);
  g_assert_cmpuint (strlen (error->message), >, 0);
  g_assert_cmpuint (count_files (fixture), ==, n_files);
}

/* A disk that is full after a kilobyte: the old file stays, and nothing else. */
static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = in_folder (fixture, "team.outlay");
  struct rlimit before, full = { 1000, 1000 };

  write_file (path, "old");
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &before));
  full.rlim_max = before.rlim_max;
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &full));
  assert_not_saved (fixture, path, 1);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &before));
  assert_text (path, "old");
}

static void
test_nowhere_to_save (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *path = in_folder (fixture, "team.outlay");
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", "a.outlay", NULL);
  g_autofree char *below = g_build_filename (path, "below.outlay", NULL);
  gboolean is_root = geteuid () == 0;

  write_file (path, "old");
  assert_not_saved (fixture, missing, 1);
  assert_not_saved (fixture, below, 1);
  assert_not_saved (fixture, fixture->folder, 1);

  /* A folder that may be read only. Root asks as somebody else. */
  g_assert_no_errno (g_chmod (fixture->folder, 0555));
  if (is_root)
    g_assert_no_errno (seteuid (65534));
  assert_not_saved (fixture, path, 1);
  if (is_root)
    g_assert_no_errno (seteuid (0));
  g_assert_no_errno (g_chmod (fixture->folder, 0700));
  assert_text (path, "old");
}

#define ADD(path, function) \
  g_test_add ("/files/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  /* Too large a file, or a pipe that closes, is an error to be told. */
  signal (SIGXFSZ, SIG_IGN);
  signal (SIGPIPE, SIG_IGN);

  g_test_init (&argc, &argv, NULL);

  ADD ("loading", test_loading);
  ADD ("no-permission", test_no_permission);
  ADD ("idle-pipe", test_idle_pipe);
  ADD ("sent", test_sent);
  ADD ("large-file", test_large_file);
  ADD ("standard-input", test_standard_input);
  ADD ("saving", test_saving);
  ADD ("full-disk", test_full_disk);
  ADD ("nowhere-to-save", test_nowhere_to_save);

  return g_test_run ();
}
