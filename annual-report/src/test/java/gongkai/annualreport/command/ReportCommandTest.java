package gongkai.annualreport.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCommandTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsOneLineForEachFileInTheirOrder() throws IOException {
        var report = report("a.json", 2023, "甲县司法局", 3);
        assertThat(run("read", "gone.docx", report, "/dev/null", "--json")).isEqualTo(2);
        assertThat(out().lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("{\"file\":\"gone.docx\",\"error\":\"文件不存在"),
                        second -> assertThat(second)
                                .startsWith("{\"file\":\"" + report + "\",\"format\":\"2021\",\"year\":2023"),
                        third -> assertThat(third).startsWith("{\"file\":\"/dev/null\",\"error\":\"不是普通文件"));
        assertThat(err()).isEmpty();
    }

    @Test
    void showsAReportToAPerson() throws IOException {
        assertThat(run("read", report("a.json", 2023, "甲县司法局", 3))).isZero();
        assertThat(out()).contains("甲县司法局2023年政府信息公开工作年度报告", "表三", "一、本年新收政府信息公开申请数量", "〔缺〕");
    }

    @Test
    void saysNothingForAnEmptyDirectory() throws IOException {
        var empty = Files.createDirectory(directory.resolve("empty"));
        assertThat(run("read", "" + empty, "--json")).isZero();
        assertThat(out()).isEmpty();
    }

    @Test
    void writesWhatItRead() throws IOException {
        var copy = directory.resolve("b.json");
        assertThat(run("write", report("a.json", 2023, "甲县司法局", 3), "--to", "" + copy))
                .isZero();
        assertThat(copy).content().contains("\"t3.new_received.natural\" : 3");
    }

    @Test
    void neverPutsAReportInThePlaceOfSomethingElse() throws IOException {
        var report = report("a.json", 2023, "甲县司法局", 3);
        var taken = Files.createDirectory(directory.resolve("b.json"));
        assertThat(run("write", report, "--to", "" + taken)).isEqualTo(2);
        assertThat(run("write", report, "--to", directory + "/none/b.json")).isEqualTo(2);
        assertThat(err()).contains("不是普通文件，没有写入", "目录不存在，没有写入");
    }

    @Test
    void mergesMembersOfOneYear() throws IOException {
        var sum = directory.resolve("sum.json");
        int status = run(
                "merge",
                report("a.json", 2023, "甲县司法局", 3),
                report("b.json", 2023, "甲县民政局", 4),
                "--organ",
                "甲县人民政府",
                "--to",
                "" + sum);
        assertThat(status).isLessThan(2);
        assertThat(sum).content().contains("\"t3.new_received.natural\" : 7", "\"contributions\"", "甲县民政局");
    }

    @Test
    void doesNotMergeSeveralYears() throws IOException {
        var sum = directory.resolve("sum.json");
        int status = run(
                "merge",
                report("a.json", 2023, "甲县司法局", 3),
                report("b.json", 2022, "甲县民政局", 4),
                "--organ",
                "甲县人民政府",
                "--to",
                "" + sum);
        assertThat(status).isEqualTo(2);
        assertThat(sum).doesNotExist();
        assertThat(out()).contains("CON-YEAR", "甲县民政局", "2022年度");
    }

    @Test
    void doesNotMergeWhenAMemberCannotBeRead() throws IOException {
        var sum = directory.resolve("sum.json");
        var report = report("a.json", 2023, "甲县司法局", 3);
        assertThat(run("merge", report, "gone.docx", "--organ", "甲县人民政府", "--to", "" + sum))
                .isEqualTo(2);
        assertThat(sum).doesNotExist();
        assertThat(err()).contains("gone.docx：文件不存在", "没有汇总");
    }

    @ParameterizedTest
    @ValueSource(strings = {"txt", "json", "html", "xlsx"})
    void comparesTwoYears(String ending) throws IOException {
        var to = directory.resolve("difference." + ending);
        int status =
                run("compare", report("a.json", 2022, "甲县司法局", 3), report("b.json", 2023, "甲县司法局", 5), "--to", "" + to);
        assertThat(status).isZero();
        assertThat(out()).contains("相邻两个年度", "“自然人”", "+2");
        assertThat(to).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "red a.docx|没有“red”这个命令",
                "read|没有给出要读取的文件",
                "read --foo a.docx|没有“--foo”这个选项",
                "check --organ-level town a.docx|--organ-level 应为 province、city、county 或 township",
                "write a.docx|缺少 --to 输出文件",
                "write a.docx --to b.doc|doc 只能读取，不能写出",
                "write a.docx --to b.wps|的扩展名应为",
                "merge a.docx --to b.docx|缺少 --organ 汇总机关的名称",
                "compare a.docx|应给出两个文件",
                "compare a.docx b.docx --to c.pdf|比较结果只能写成"
            })
    void answersAWrongCommandLineInChinese(String words, String message) {
        assertThat(run(words.split(" "))).isEqualTo(2);
        assertThat(err()).contains(message, "用法见：./gongkai report");
        assertThat(out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "read ", "check ", "write ", "merge ", "compare "})
    void explainsItselfInChinese(String action) {
        assertThat(run((action + "--help").split(" "))).isZero();
        assertThat(out()).startsWith("用法：./gongkai report");
    }

    private int run(String... words) {
        var console = new Console(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                false,
                false);
        return new ReportCommand(console).run(List.of(words));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String report(String name, int year, String organ, int received) throws IOException {
        var file = directory.resolve(name);
        Files.writeString(file, """
                {"format": "2021", "year": %d, "organ": "%s", "title": "%s%d年政府信息公开工作年度报告",
                 "cells": {"t3.new_received.natural": %d, "t3.new_received.total": %d}}
                """.formatted(year, organ, organ, year, received, received));
        return file.toString();
    }
}
