"""Django settings. Everything a person may choose is an environment variable; docs/running.md lists them."""

from pathlib import Path

import environ

from journeys.environment import is_loopback, make_folder, own_names, secret_key

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent

# Where it runs
DATA_DIR = make_folder(Path(env.str("DATA_DIR", default="") or BASE_DIR / "data").resolve())
HOST = env.str("HOST", default="") or "127.0.0.1"
PORT = env.int("PORT", default=8000)
LOOPBACK = is_loopback(HOST)
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="") or secret_key(DATA_DIR / "secret_key")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[]) or own_names("" if LOOPBACK else HOST)

# What it is made of
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rest_framework",
    "drf_spectacular",
    "journeys",
]
MIDDLEWARE = [
    "journeys.middleware.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "journeys.middleware.LocalOwner",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "journeys.urls"
ASGI_APPLICATION = "journeys.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "journeys" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# Storage: SQLite in the data folder, or what DATABASE_URL names
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'rectoverso.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["CONN_MAX_AGE"] = 60  # seconds: to open one takes as long as to read a sheet's head
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 5,
        # A transaction takes the write lock at once, so it never fails half-way; an answered change is on the
        # disk.
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL",
    }
elif DATABASES["default"]["ENGINE"].endswith("postgresql"):
    # Connections are dear and few: they are shared by a pool, not kept by the threads that answer.
    # Where the database is gone, a request is told so after as many seconds as with SQLite.
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": 16, "timeout": 5}

REDIS_URL = env.str("REDIS_URL", default="")
EXPORTS_DIR = DATA_DIR / "exports"
ATTACHMENTS_DIR = DATA_DIR / "attachments"

# Jobs: the row of a job is the truth of it, so the queue keeps no results
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_TIME_LIMIT = 35  # seconds; below the lease of a job in services/exports.py
CELERY_WORKER_CONCURRENCY = env.int("WORKERS", default=1)
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_TIMEOUT = 2
if REDIS_URL:
    CELERY_BROKER_URL = REDIS_URL
    CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_timeout": None, "socket_connect_timeout": 2}
else:
    CELERY_BROKER_URL = "filesystem://localhost"
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(make_folder(DATA_DIR / "queue" / "messages")),
        "data_folder_out": str(DATA_DIR / "queue" / "messages"),
        "control_folder": str(make_folder(DATA_DIR / "queue" / "control")),
        "polling_interval": 0.05,  # the default of a second would be felt
    }

# People
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/login/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

# Language: French first
LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "journeys" / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"

# Files the browser loads: what Vite built, and the few of the pages; no copy is made, whitenoise serves them
# as they lie
STATIC_URL = "/static/"
VITE_DIR = BASE_DIR / "frontend" / "dist"
STATICFILES_DIRS = [path for path in (VITE_DIR, BASE_DIR / "journeys" / "static") if path.is_dir()]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_IMMUTABLE_FILE_TEST = r"^.+-[0-9A-Za-z_-]{8}\.[a-z0-9]+$"  # the hash that Vite puts in a name

# Shut against those who don't belong; HTTPS=1 says that a proxy in front speaks TLS and sets
# X-Forwarded-Proto
HTTPS = env.bool("HTTPS", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
CSRF_FAILURE_VIEW = "journeys.pages.errors.csrf_failure"
DATA_UPLOAD_MAX_MEMORY_SIZE = 10_200_000  # asgi.py cuts off before; what a view takes is its own to say
# A browser keeps one jar for all ports of a machine: names of our own, so that no other Django takes ours.
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "rectoverso_session", "rectoverso_csrf"
LANGUAGE_COOKIE_NAME = "rectoverso_language"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["journeys.api.auth.BearerToken", "journeys.api.auth.BrowserSession"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["journeys.api.parsing.StrictJSON"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "journeys.api.errors.answer",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Rectoverso",
    "DESCRIPTION": "Service blueprints: read them, change them, have their friction computed, export them.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "ENUM_ADD_EXPLICIT_BLANK_NULL_CHOICE": False,
}

# One line a problem; DEBUG=1 shows the whole of it
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "journeys.logs.OneLine", "whole": DEBUG}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "journeys": {"level": "INFO"},
        # What a client did wrong was told to the client.
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "django.server": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django": {"handlers": [], "level": "WARNING"},
    },
}
