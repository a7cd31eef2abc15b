/** An organ's yearly report (政府信息公开工作年度报告): its figures from the ledgers, each with the records behind it. */
@NullMarked
package gongkai.platform.reporting;

import org.jspecify.annotations.NullMarked;
