package gongkai.platform.operations;

import gongkai.platform.application.ApplicationDrafts;
import gongkai.platform.application.Applications;
import gongkai.platform.application.Messages;
import gongkai.platform.application.Rectifications;
import gongkai.platform.application.Satisfactions;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.database.Address;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.keys.KeyRotation;
import gongkai.platform.keys.KeysException;
import gongkai.platform.keys.SealedColumn;
import gongkai.platform.letter.Deliveries;
import gongkai.platform.letter.LetterStore;
import gongkai.platform.mail.Mails;
import gongkai.platform.operations.Command.Output;
import gongkai.platform.personal.ApplicantRows;
import gongkai.platform.review.OldRegisters;
import gongkai.platform.workbench.KeptDrafts;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ./gongkai keys rotate}: new keys for personal data, and everything sealed anew under them while the platform runs. */
final class RotateCommand {
    private final Map<String, String> environment;
    private final Output output;

    RotateCommand(Map<String, String> environment, Output output) {
        this.environment = environment;
        this.output = output;
    }

    int run(Address address, Path data) throws SQLException {
        var keys = KeyStore.keys(data, environment);
        try {
            long sealed = new KeyRotation(address.source(), keys, columns()).rotate(Clock.systemUTC());
            try (var features = new Features(address, data)) {
                features.get(AuditLog.class)
                        .write(AuditEntry.of("轮换密钥", "密钥", "个人信息").with("重新加密 " + sealed + " 项"));
            }
            output.out().println("已启用新密钥，重新加密 " + sealed + " 项。旧密钥文件请保留：恢复旧备份时还要用。密钥目录 " + keys.directory() + "，请另行备份");
            return Command.WELL;
        } catch (KeysException e) {
            output.err().println(e.getMessage());
            return Command.FAILED;
        }
    }

    /** Every column that holds sealed values. */
    private static List<SealedColumn> columns() {
        var columns = new ArrayList<>(ApplicantRows.COLUMNS);
        columns.addAll(StoredFiles.COLUMNS);
        columns.addAll(LetterStore.COLUMNS);
        columns.addAll(Deliveries.COLUMNS);
        columns.addAll(Mails.COLUMNS);
        columns.add(KeptDrafts.COLUMN);
        columns.add(OldRegisters.COLUMN);
        columns.addAll(List.of(
                ApplicationDrafts.FIELDS,
                ApplicationDrafts.RECEIPT,
                Applications.EXTRAS,
                Messages.TEXT,
                Rectifications.NOTE,
                Satisfactions.TEXT));
        columns.add(new SealedColumn("access.second_factor", "person", "bigint", "secret", null));
        return columns;
    }
}
