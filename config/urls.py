"""Where every address of the site begins."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.account.urls")),
    path("", include("households.urls")),
    path("", include("routines.urls")),
]

handler500 = "households.views.broken.broken"
