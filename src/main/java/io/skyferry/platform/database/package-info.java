/** The schema and its migrations. The same files run on H2 and PostgreSQL. */
package io.skyferry.platform.database;
