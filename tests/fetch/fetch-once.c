/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fetches one address and says what came of it, for test_fetch.py:
 *
 *   fetch-once ADDRESS AUTHORITIES [etag=E] [bytes=N] [seconds=N] [cancel=N] */
#include "fetch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  GCancellable *cancellable;
  gsize         cancel_after; /* bytes, or 0 */
  guint         n_calls;
  gsize         so_far;
  gsize         in_all;
} Watch;

static void
progress_cb (gsize    so_far,
             gsize    in_all,
             gpointer data)
{
  Watch *watch = data;

  g_assert (so_far > watch->so_far);
  watch->n_calls++;
  watch->so_far = so_far;
  watch->in_all = in_all;
  if (watch->cancel_after > 0 && so_far >= watch->cancel_after)
    g_cancellable_cancel (watch->cancellable);
}

static void
take_option (OutlayFetchRequest *request,
             Watch              *watch,
             const char         *option)
{
  const char *value = strchr (option, '=') + 1;

  if (g_str_has_prefix (option, "etag="))
    request->etag = value;
  else if (g_str_has_prefix (option, "bytes="))
    request->max_bytes = (gsize) atol (value);
  else if (g_str_has_prefix (option, "seconds="))
    request->max_seconds = (guint) atoi (value);
  else if (g_str_has_prefix (option, "cancel="))
    watch->cancel_after = (gsize) atol (value);
  else
    g_error ("no option \"%s\"", option);
}

static void
print_error (const GError *error)
{
  static const char * const names[] = {
    "address", "unreachable", "certificate", "status", "redirect", "too-large", "too-slow",
    "broken",
  };

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    puts ("cancelled");
  else if (error->domain == OUTLAY_FETCH_ERROR)
    printf ("%s: %s\n", names[error->code], error->message);
  else
    printf ("foreign error: %s\n", error->message);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Watch watch = { .cancellable = cancellable };
  OutlayFetchRequest request = {
    .address = argv[1],
    .authorities = *argv[2] != '\0' ? argv[2] : NULL,
    .progress = progress_cb,
    .progress_data = &watch,
  };
  g_autoptr (OutlayFetchAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 3; i < argc; i++)
    take_option (&request, &watch, argv[i]);

  answer = outlay_fetch (&request, cancellable, &error);
  if (answer == NULL)
    {
      print_error (error);
      return 0;
    }

  if (answer->bytes == NULL)
    {
      printf ("unchanged etag %s\n", answer->etag);
      return 0;
    }

  g_assert (watch.so_far == g_bytes_get_size (answer->bytes));
  printf ("%" G_GSIZE_FORMAT " bytes of %" G_GSIZE_FORMAT " %.*s etag %s\n",
          g_bytes_get_size (answer->bytes), watch.in_all,
          (int) MIN (2, g_bytes_get_size (answer->bytes)),
          (const char *) g_bytes_get_data (answer->bytes, NULL),
          answer->etag != NULL ? answer->etag : "none");

  return 0;
}
