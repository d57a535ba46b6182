"""Addresses: the administrator's pages in Norwegian, and the machines' own as their protocols say."""

from django.urls import path, re_path

from stafett.integrations.views import api, pages, scim

urlpatterns = [
    path("systemer/", pages.systems, name="systems"),
    path("systemer/nytt/", pages.new_system, name="new_system"),
    path("systemer/<uuid:pk>/", pages.system, name="system"),
    path("systemer/<uuid:pk>/nokkel/", pages.system_key, name="system_key"),
    path("systemer/<uuid:pk>/frakobling/", pages.system_disconnection, name="system_disconnection"),
    path("api/v1/openapi.json", api.description, name="api_description"),
    path("api/v1/token", api.token, name="api_token"),
    path("api/v1/units", api.units, name="api_units"),
    path("api/v1/units/<str:pk>", api.unit, name="api_unit"),
    path("api/v1/staff", api.staff, name="api_staff"),
    path("api/v1/staff/<str:pk>", api.post, name="api_post"),
    path("api/v1/staff/<str:pk>/end", api.post_end, name="api_post_end"),
    path("api/v1/guide", api.guide, name="api_guide"),
    path("api/v1/guide/<str:level>/<str:step>", api.guide_step, name="api_guide_step"),
    path("api/v1/statistics", api.statistics, name="api_statistics"),
    path("api/v1/archive/status", api.archive_status, name="api_archive_status"),
    path("api/v1/archive/deposits", api.archive_deposits, name="api_archive_deposits"),
    re_path(r"^api(?:/(?P<rest>.*))?$", api.elsewhere, name="api_elsewhere"),
    path("scim/v2/ServiceProviderConfig", scim.configuration, name="scim_configuration"),
    path("scim/v2/ResourceTypes", scim.resource_types, name="scim_resource_types"),
    path("scim/v2/ResourceTypes/<str:key>", scim.resource_type, name="scim_resource_type"),
    path("scim/v2/Schemas", scim.schemas, name="scim_schemas"),
    path("scim/v2/Schemas/<str:key>", scim.schema, name="scim_schema"),
    path("scim/v2/.search", scim.search, name="scim_search"),
    path("scim/v2/Users", scim.users, name="scim_users"),
    path("scim/v2/Users/.search", scim.user_search, name="scim_user_search"),
    path("scim/v2/Users/<str:pk>", scim.user, name="scim_user"),
    path("scim/v2/Groups", scim.groups, name="scim_groups"),
    path("scim/v2/Groups/.search", scim.group_search, name="scim_group_search"),
    path("scim/v2/Groups/<str:pk>", scim.group, name="scim_group"),
    re_path(r"^scim(?:/(?P<rest>.*))?$", scim.elsewhere, name="scim_elsewhere"),
]
