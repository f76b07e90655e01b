/**
 * Advice as files and as text for a person. A {@link org.migrationadvisor.report.ReportFormat} opens a
 * {@link org.migrationadvisor.report.ReportWriter} on a stream; what is written to it one customer at a time leaves in
 * the same order, in memory that does not grow with the list. A new format is one class and one constant.
 *
 * <p>All text is UTF-8 with {@code \n} at the end of a line. The same advice and options give the same bytes.
 */
@NullMarked
package org.migrationadvisor.report;

import org.jspecify.annotations.NullMarked;
