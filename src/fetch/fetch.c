/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fetches one address by https. Everything a stranger's server can do is bounded:
 * how much it sends (unpacked), how long it takes, how often it sends on. */
#include "fetch.h"

#include <libsoup/soup.h>

#define MAX_REDIRECTS 5
#define CHUNK (1 << 16)

/* No word for so long is no connection. */
#define IDLE_SECONDS 20

G_DEFINE_QUARK (outlay-fetch-error-quark, outlay_fetch_error)

typedef struct
{
  SoupSession         *session;
  SoupMessage         *message;      /* of the address that is asked at present */
  GInputStream        *stream;       /* its answer */
  GByteArray          *content;
  GCancellable        *cancellable;  /* of the whole: the caller's, and the clock */
  GCancellable        *callers;      /* (nullable) */
  gulong               callers_id;
  GSource             *clock;
  char                *etag;
  gsize                max_bytes;
  guint                max_seconds;
  gboolean             is_too_slow;
  guint                n_redirects;
  OutlayFetchProgress  progress;
  gpointer             progress_data;
} Fetch;

static void ask (GTask *task,
                 GUri  *uri);

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  if (fetch->callers_id != 0)
    g_cancellable_disconnect (fetch->callers, fetch->callers_id);
  if (fetch->clock != NULL)
    g_source_destroy (fetch->clock);
  g_clear_pointer (&fetch->clock, g_source_unref);
  g_clear_object (&fetch->callers);
  g_clear_object (&fetch->cancellable);
  g_clear_object (&fetch->stream);
  g_clear_object (&fetch->message);
  g_clear_object (&fetch->session);
  g_clear_pointer (&fetch->content, g_byte_array_unref);
  g_free (fetch->etag);
  g_free (fetch);
}

void
outlay_fetch_answer_free (OutlayFetchAnswer *answer)
{
  g_clear_pointer (&answer->bytes, g_bytes_unref);
  g_free (answer->etag);
  g_free (answer);
}

static void
fail (GTask            *task,
      OutlayFetchError  code,
      const char       *message)
{
  g_task_return_new_error (task, OUTLAY_FETCH_ERROR, (int) code, "%s", message);
}

static const char *
describe_certificate (GTlsCertificateFlags flags)
{
  if (flags & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return "the server's certificate is for another host";
  if (flags & (G_TLS_CERTIFICATE_EXPIRED | G_TLS_CERTIFICATE_NOT_ACTIVATED))
    return "the server's certificate is out of date";
  if (flags & G_TLS_CERTIFICATE_REVOKED)
    return "the server's certificate was revoked";

  return "nobody who is trusted vouches for the server's certificate";
}

/* What went wrong below, in words for whoever typed the address. */
static void
fail_with (GTask  *task,
           GError *error)
{
  Fetch *fetch = g_task_get_task_data (task);
  GTlsCertificateFlags flags = fetch->message != NULL
    ? soup_message_get_tls_peer_certificate_errors (fetch->message) : 0;
  g_autoptr (GError) owned = error;
  g_autofree char *message = NULL;

  if (fetch->callers != NULL && g_cancellable_is_cancelled (fetch->callers))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  else if (fetch->is_too_slow)
    {
      message = g_strdup_printf ("it was not done within %u seconds", fetch->max_seconds);
      fail (task, OUTLAY_FETCH_ERROR_TOO_SLOW, message);
    }
  else if (g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    fail (task, OUTLAY_FETCH_ERROR_TOO_SLOW, "the server fell silent");
  else if (flags != 0)
    fail (task, OUTLAY_FETCH_ERROR_CERTIFICATE, describe_certificate (flags));
  else if (fetch->content != NULL)
    {
      message = g_strdup_printf ("the answer broke off or is garbled: %s", owned->message);
      fail (task, OUTLAY_FETCH_ERROR_BROKEN, message);
    }
  else
    {
      message = g_strdup_printf ("nobody answers there: %s", owned->message);
      fail (task, OUTLAY_FETCH_ERROR_UNREACHABLE, message);
    }
}

static void
answer (GTask    *task,
        gboolean  is_unchanged)
{
  Fetch *fetch = g_task_get_task_data (task);
  OutlayFetchAnswer *result = g_new0 (OutlayFetchAnswer, 1);
  const char *etag = soup_message_headers_get_one (
    soup_message_get_response_headers (fetch->message), "ETag");

  result->etag = g_strdup (etag != NULL || !is_unchanged ? etag : fetch->etag);
  if (!is_unchanged)
    result->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&fetch->content));

  g_task_return_pointer (task, result, (GDestroyNotify) outlay_fetch_answer_free);
}

static gboolean
check_size (GTask *task,
            gsize  size)
{
  Fetch *fetch = g_task_get_task_data (task);
  g_autofree char *message = NULL;

  if (size <= fetch->max_bytes)
    return TRUE;

  message = g_strdup_printf ("the answer is larger than %" G_GSIZE_FORMAT " bytes",
                             fetch->max_bytes);
  fail (task, OUTLAY_FETCH_ERROR_TOO_LARGE, message);

  return FALSE;
}

/* What the server says it will send; packed, so no more than a hint. */
static gsize
announced_size (SoupMessage *message)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  goffset size = soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH
                   ? soup_message_headers_get_content_length (headers) : 0;

  return (gsize) MAX (0, size);
}

/* A connection that closes early looks like an end. What was announced was not
 * unpacked yet, so it is compared with what came over the wire. */
static gboolean
is_complete (SoupMessage *message)
{
  SoupMessageMetrics *metrics = soup_message_get_metrics (message);
  gsize announced = announced_size (message);

  return announced == 0 ||
         soup_message_metrics_get_response_body_bytes_received (metrics) >= announced;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask) task = data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result,
                                                               &error);

  if (chunk == NULL)
    {
      fail_with (task, g_steal_pointer (&error));
      return;
    }
  if (g_bytes_get_size (chunk) == 0)
    {
      if (is_complete (fetch->message))
        answer (task, FALSE);
      else
        fail (task, OUTLAY_FETCH_ERROR_BROKEN, "the answer broke off");
      return;
    }
  if (!check_size (task, fetch->content->len + g_bytes_get_size (chunk)))
    return;

  g_byte_array_append (fetch->content, g_bytes_get_data (chunk, NULL),
                       (guint) g_bytes_get_size (chunk));
  if (fetch->progress != NULL)
    fetch->progress (fetch->content->len, announced_size (fetch->message),
                     fetch->progress_data);
  g_input_stream_read_bytes_async (fetch->stream, CHUNK, G_PRIORITY_DEFAULT,
                                   fetch->cancellable, read_cb, g_steal_pointer (&task));
}

static gboolean
is_redirect (guint status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/* Only https, with a host, and with no password in it: addresses are shown. */
static GUri *
parse_address (const char *address,
               GUri       *base)
{
  g_autoptr (GUri) uri = base != NULL
    ? g_uri_parse_relative (base, address, SOUP_HTTP_URI_FLAGS, NULL)
    : g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri == NULL || g_strcmp0 (g_uri_get_scheme (uri), "https") != 0 ||
      g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' ||
      g_uri_get_userinfo (uri) != NULL)
    return NULL;

  return g_steal_pointer (&uri);
}

static void
follow (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  const char *location = soup_message_headers_get_one (
    soup_message_get_response_headers (fetch->message), "Location");
  g_autoptr (GUri) uri = location != NULL
    ? parse_address (location, soup_message_get_uri (fetch->message)) : NULL;

  if (fetch->n_redirects++ == MAX_REDIRECTS)
    fail (task, OUTLAY_FETCH_ERROR_REDIRECT, "the server sends on and on");
  else if (uri == NULL)
    fail (task, OUTLAY_FETCH_ERROR_REDIRECT, "the server sends on to no https address");
  else
    ask (task, uri);
}

static void
send_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask) task = data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  guint status;

  g_clear_object (&fetch->stream);
  fetch->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (fetch->stream == NULL)
    {
      fail_with (task, g_steal_pointer (&error));
      return;
    }

  status = soup_message_get_status (fetch->message);
  if (is_redirect (status))
    {
      follow (task);
      return;
    }
  if (status == SOUP_STATUS_NOT_MODIFIED && fetch->etag != NULL)
    {
      answer (task, TRUE);
      return;
    }
  if (status != SOUP_STATUS_OK)
    {
      g_autofree char *message = g_strdup_printf ("the server answers %u %s", status,
                                                  soup_status_get_phrase (status));

      fail (task, OUTLAY_FETCH_ERROR_STATUS, message);
      return;
    }
  if (!check_size (task, announced_size (fetch->message)))
    return;

  fetch->content = g_byte_array_new ();
  g_input_stream_read_bytes_async (fetch->stream, CHUNK, G_PRIORITY_DEFAULT,
                                   fetch->cancellable, read_cb, g_steal_pointer (&task));
}

/* Asks one address; where that sends on is looked at before anybody goes there. */
static void
ask (GTask *task,
     GUri  *uri)
{
  Fetch *fetch = g_task_get_task_data (task);

  g_clear_object (&fetch->message);
  fetch->message = soup_message_new_from_uri (SOUP_METHOD_GET, uri);
  soup_message_add_flags (fetch->message,
                          SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_COLLECT_METRICS);
  if (fetch->etag != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (fetch->message),
                                  "If-None-Match", fetch->etag);
  soup_session_send_async (fetch->session, fetch->message, G_PRIORITY_DEFAULT,
                           fetch->cancellable, send_cb, g_object_ref (task));
}

static gboolean
clock_cb (gpointer data)
{
  Fetch *fetch = data;

  fetch->is_too_slow = TRUE;
  g_cancellable_cancel (fetch->cancellable);

  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *callers,
              gpointer      data)
{
  g_cancellable_cancel (data);
}

static void
start_clock (Fetch *fetch)
{
  fetch->clock = g_timeout_source_new_seconds (fetch->max_seconds);
  g_source_set_callback (fetch->clock, clock_cb, fetch, NULL);
  g_source_attach (fetch->clock, g_main_context_get_thread_default ());
}

static Fetch *
fetch_new (const OutlayFetchRequest *request,
           GCancellable             *cancellable)
{
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->session = soup_session_new_with_options ("user-agent", "Outlay/" OUTLAY_VERSION,
                                                  "timeout", IDLE_SECONDS, NULL);
  fetch->cancellable = g_cancellable_new ();
  fetch->etag = g_strdup (request->etag);
  fetch->max_bytes = request->max_bytes > 0 ? request->max_bytes : OUTLAY_FETCH_MAX_BYTES;
  fetch->max_seconds = request->max_seconds > 0 ? request->max_seconds
                                                : OUTLAY_FETCH_MAX_SECONDS;
  fetch->progress = request->progress;
  fetch->progress_data = request->progress_data;
  if (cancellable != NULL)
    {
      fetch->callers = g_object_ref (cancellable);
      fetch->callers_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                                 g_object_ref (fetch->cancellable),
                                                 g_object_unref);
    }
  start_clock (fetch);

  return fetch;
}

static gboolean
trust (Fetch       *fetch,
       const char  *authorities,
       GError     **error)
{
  g_autoptr (GTlsDatabase) database = NULL;
  g_autofree char *path = NULL;

  if (authorities == NULL)
    return TRUE;

  path = g_canonicalize_filename (authorities, NULL);
  database = g_tls_file_database_new (path, error);
  if (database == NULL)
    return FALSE;

  soup_session_set_tls_database (fetch->session, database);

  return TRUE;
}

/**
 * outlay_fetch_async:
 * @request: what to fetch; it is copied, but for the progress data
 * @cancellable: (nullable): to stop it
 * @callback: called in the thread's main context when it is done
 * @data: for @callback
 *
 * Fetches an address.
 */
void
outlay_fetch_async (const OutlayFetchRequest *request,
                    GCancellable             *cancellable,
                    GAsyncReadyCallback       callback,
                    gpointer                  data)
{
  /* The task keeps no cancellable of its own: fail_with() tells whose it was. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);
  Fetch *fetch = fetch_new (request, cancellable);
  g_autoptr (GUri) uri = parse_address (request->address, NULL);
  g_autoptr (GError) error = NULL;

  g_task_set_source_tag (task, outlay_fetch_async);
  g_task_set_task_data (task, fetch, fetch_free);
  if (uri == NULL)
    fail (task, OUTLAY_FETCH_ERROR_ADDRESS,
          "allowed is an address that begins with https://, with no password in it");
  else if (!trust (fetch, request->authorities, &error))
    fail (task, OUTLAY_FETCH_ERROR_CERTIFICATE, error->message);
  else
    ask (task, uri);
}

/**
 * outlay_fetch_finish:
 * @result: what the callback was given
 * @error: return location for %OUTLAY_FETCH_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the answer
 */
OutlayFetchAnswer *
outlay_fetch_finish (GAsyncResult  *result,
                     GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* The same, and waits for it; for programs without a main loop. */
OutlayFetchAnswer *
outlay_fetch (const OutlayFetchRequest  *request,
              GCancellable              *cancellable,
              GError                   **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;
  OutlayFetchAnswer *fetched;

  g_main_context_push_thread_default (context);
  outlay_fetch_async (request, cancellable, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  fetched = outlay_fetch_finish (result, error);

  /* The session ends in this context. */
  g_clear_object (&result);
  while (g_main_context_iteration (context, FALSE))
    ;
  g_main_context_pop_thread_default (context);

  return fetched;
}
