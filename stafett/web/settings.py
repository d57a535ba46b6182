"""Settings. One file; every environment variable is read here, at the top, and listed in .env.sample."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _
from psycopg.conninfo import conninfo_to_dict

from stafett.web import environment, mail_server

ROOT = Path(__file__).resolve().parent.parent.parent
DEMO = environment.flag("STAFETT_DEMO")
DATABASE_URL = environment.secret("DATABASE_URL")
DATABASE_OWNER_URL = environment.secret("DATABASE_OWNER_URL", DATABASE_URL)
SECRET_KEY = environment.secret("STAFETT_SECRET_KEY")
KEY_RING = environment.secret("STAFETT_KEY_RING")  # keys that encrypt personal numbers and files
INDEX_KEY = environment.secret("STAFETT_INDEX_KEY")  # key of the blind index over personal numbers
REGISTER_FOLDER = environment.text(
    "STAFETT_REGISTER_FOLDER", ""
)  # exported population register; off without it
ALLOWED_HOSTS = environment.words("STAFETT_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
BEHIND_TLS = environment.flag("STAFETT_TLS")  # cookies are Secure and HSTS is on
PROXIES = environment.count("STAFETT_PROXIES", "1" if BEHIND_TLS else "0")  # our own, in front of the site
SECURITY_CONTACT = environment.contact("STAFETT_SECURITY_CONTACT")  # whom to tell of a hole (RFC 9116)
LOGIN_FILE = environment.text("STAFETT_LOGIN_FILE", "")  # which providers people log in with
environment.keep_demo_apart(demo=DEMO, login_file=LOGIN_FILE, hosts=ALLOWED_HOSTS)
SYNTHETIC_PERSONS = DEMO or environment.flag("STAFETT_SYNTHETIC_PERSONS")
BUILD = Path(environment.text("STAFETT_BUILD", str(ROOT / "build")))
CHECKPOINT_FILE = environment.text(
    "STAFETT_CHECKPOINT_FILE", ""
)  # where the trail had come to, outside the database
MANY_CHILDREN = environment.count(
    "STAFETT_MANY_CHILDREN", "20"
)  # read within an hour, it is shown to the reviewer
EVENTS_URL = environment.text("STAFETT_EVENTS_URL", "")  # when the event process has an address of its own
EVENTS_PORT = environment.text("STAFETT_EVENTS_PORT", "")  # its port on this machine; the supervisor sets it
SITE_ADDRESS = environment.text("STAFETT_ADDRESS", "")  # where people log in; stands in e-mail and SMS
EMAIL_URL = environment.secret("STAFETT_EMAIL_URL", "")  # no e-mail is sent without it
EMAIL_FROM = environment.text("STAFETT_EMAIL_FROM", "stafett@localhost")
SMS_URL = environment.text("STAFETT_SMS_URL", "")  # no SMS is sent without it
SMS_TOKEN_FILE = environment.text("STAFETT_SMS_TOKEN_FILE", "")
ARCHIVE_FOLDER = environment.text("STAFETT_ARCHIVE_FOLDER", "")  # an archive that is a folder; deposits too
ARCHIVE_FIKS = environment.text(
    "STAFETT_ARCHIVE_FIKS", ""
)  # where a Fiks IO client takes and leaves messages
ARCHIVE_SCHEMAS = environment.text("STAFETT_ARCHIVE_SCHEMAS", "")  # the official Noark 5 schemas
LISTS_FOLDER = environment.text("STAFETT_LISTS_FOLDER", "")  # where payroll and school systems put lists
SMS_SENDER = environment.text("STAFETT_SMS_SENDER", "Stafett")
LOG_JSON = environment.flag("STAFETT_LOG_JSON")  # one object a line, for collectors

DEBUG = False
ROOT_URLCONF = "stafett.web.urls"
WSGI_APPLICATION = "stafett.web.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "procrastinate.contrib.django",
    "stafett.register",
    "stafett.audit",
    "stafett.identity",
    "stafett.access",
    "stafett.live",
    "stafett.messages",
    "stafett.consent",
    "stafett.administration",
    "stafett.action_guide",
    "stafett.toolbox",
    "stafett.user_guide",
    "stafett.relay_log",
    "stafett.log_meetings",
    "stafett.child_page",
    "stafett.insight",
    "stafett.archive",
    "stafett.transfers",
    "stafett.retention",
    "stafett.integrations",
    "stafett.system_meetings",
    "stafett.courses",
    "stafett.self_assessment",
    "stafett.leadership",
    "stafett.oversight",
    "stafett.annual_wheel",
    "stafett.demo",
    "stafett.overview",
    "stafett.web",
]

MIDDLEWARE = [
    "stafett.web.middleware.headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "stafett.web.middleware.visit",
    "stafett.web.middleware.language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [
            ROOT / "stafett" / place / "templates"
            for place in (
                "web",
                "overview",
                "log_meetings",
                "relay_log",
                "child_page",
                "action_guide",
                "toolbox",
                "consent",
                "administration",
                "messages",
                "oversight",
                "leadership",
                "annual_wheel",
                "courses",
                "self_assessment",
                "system_meetings",
                "archive",
                "insight",
                "transfers",
                "retention",
                "integrations",
                "user_guide",
            )
        ],
        "OPTIONS": {
            "environment": "stafett.web.jinja.environment",
            "context_processors": ["stafett.web.context.frame"],
        },
    }
]


_PLACE = ("dbname", "user", "password", "host", "port")
# A question that a connection asks for the fifth time keeps its plan: who reaches a log takes longer to plan than to answer.
PREPARED_AFTER = 5


def _connection(url, **options):
    """Whatever else the address says (sslmode, target_session_attrs, several hosts) reaches the driver as it is."""
    parts = conninfo_to_dict(url)
    further = {name: value for name, value in parts.items() if name not in _PLACE}
    asked = {"server_side_binding": True, "prepare_threshold": PREPARED_AFTER}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.get("dbname", ""),
        "USER": parts.get("user", ""),
        "PASSWORD": parts.get("password", ""),
        "HOST": parts.get("host", ""),
        "PORT": str(parts.get("port", "")),
        "CONN_HEALTH_CHECKS": True,  # a connection that died with a restarted database is not handed out
        "OPTIONS": {**asked, **further, **options},
    }


DATABASES = {
    # what the product runs as: owns nothing, cannot step over row-level security
    "default": _connection(DATABASE_URL, pool={"min_size": 1, "max_size": 8, "timeout": 10}),
    # what migrations run as
    "owner": _connection(DATABASE_OWNER_URL, prepare_threshold=None),  # tables change under its feet
}

LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", _("Bokmål")), ("nn", _("Nynorsk")), ("en", _("English"))]
LOCALE_PATHS = [ROOT / "stafett" / "web" / "locale"]
TIME_ZONE = "Europe/Oslo"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BUILD / "collected"
STATICFILES_DIRS = [BUILD / "static"]
STORAGES = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}
WHITENOISE_MAX_AGE = 3600

MESSAGE_STORAGE = "stafett.web.flashes.FlashCookie"
MESSAGE_LEVEL = 20

LOGIN_COOKIE = "__Host-stafett" if BEHIND_TLS else "stafett"
CSRF_COOKIE_NAME = "__Host-stafett-csrf" if BEHIND_TLS else "stafett-csrf"
PLACE_COOKIE = "__Host-stafett-sted" if BEHIND_TLS else "stafett-sted"  # the municipality one logs in at
HANDED_COOKIE = (
    "__Host-stafett-bordet" if BEHIND_TLS else "stafett-bordet"
)  # a child had the screen (ADR 0027)
FLASH_COOKIE = "__Host-stafett-flash" if BEHIND_TLS else "stafett-flash"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = BEHIND_TLS
SESSION_COOKIE_HTTPONLY = True  # the flash messages' cookie follows these
CSRF_FAILURE_VIEW = "stafett.web.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # not "no-referrer": ADR 0017
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = BEHIND_TLS
SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_REDIRECT_EXEMPT = [
    r"^(api|scim)(/|$)"
]  # refused there: a key that was sent in clear must be found out
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
FILE_UPLOAD_HANDLERS = ["stafett.web.uploads.OnlyInMemory"]  # nothing is spooled to disk
FILE_UPLOAD_MAX_MEMORY_SIZE = 10_500_000

_MAIL = mail_server.parse(EMAIL_URL)
EMAIL_BACKEND, EMAIL_FILE_PATH = _MAIL.backend, _MAIL.folder or None
EMAIL_HOST, EMAIL_PORT, EMAIL_USE_SSL, EMAIL_USE_TLS = _MAIL.host, _MAIL.port, _MAIL.use_ssl, _MAIL.use_tls
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD, EMAIL_TIMEOUT = _MAIL.user, _MAIL.password, 10

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"bare": {"()": "stafett.web.logs.WithoutContent"}},
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"},
        "json": {"()": "stafett.web.logs.AsJson"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "json" if LOG_JSON else "line",
            "filters": ["bare"],
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}
