/**
 * The statutory annual report on government information disclosure (政府信息公开工作年度报告) as data: read it from a file, check it,
 * write it in the official layout, merge and compare it.
 */
@NullMarked
package gongkai.annualreport;

import org.jspecify.annotations.NullMarked;
