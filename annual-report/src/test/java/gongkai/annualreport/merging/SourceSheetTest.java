package gongkai.annualreport.merging;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.AnnualReports;
import gongkai.annualreport.FileKind;
import gongkai.annualreport.ReportJson;
import gongkai.annualreport.checking.Checkup;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SourceSheetTest {
    @Test
    void theWorkbookReadsBackToTheSumsAndNamesTheSources() throws Exception {
        var merged =
                (Merge.Merged) Merger.merge(List.of(member("甲县司法局", 3, "0.5"), member("甲县民政局", 40, "1.25")), "甲县人民政府");
        var workbook = AnnualReports.write(merged, FileKind.XLSX);
        var reading = AnnualReports.read(workbook);
        assertThat(reading.report().cells()).isEqualTo(merged.report().cells());
        assertThat(reading.report().title()).isEqualTo(merged.report().title());
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            var sheet = book.getSheet(Contributions.SHEET);
            assertThat(sheet.getLastRowNum())
                    .isEqualTo(2 * merged.report().cells().size());
            assertThat(sheet.getRow(1).getCell(3).getStringCellValue()).isEqualTo("甲县司法局");
        }
    }

    private static Member member(String organ, int received, String fee) throws Exception {
        var json = """
                {"format": "2021", "year": 2023, "organ": "%s", "title": "%s2023年政府信息公开工作年度报告",
                 "cells": {"t3.new_received.natural": %d, "t3.new_received.total": %d, "t2.fee.amount": %s, "t4.rc.upheld": 0}}
                """.formatted(organ, organ, received, received, fee);
        var report = ReportJson.parse(json.getBytes(StandardCharsets.UTF_8));
        return new Member(organ + ".json", report, new Checkup(List.of(), List.of()));
    }
}
