/** Starting, finding and stopping Jakarta Batch jobs from the application. Knows no job. */
package io.skyferry.platform.batch;
