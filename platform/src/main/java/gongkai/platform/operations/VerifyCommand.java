package gongkai.platform.operations;

import gongkai.platform.audit.AuditVerify;
import gongkai.platform.database.Address;
import gongkai.platform.keys.KeysException;
import gongkai.platform.operations.Command.Output;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;

/** {@code ./gongkai audit verify}: whether a line of the log was altered. */
final class VerifyCommand {
    private final Map<String, String> environment;
    private final Output output;

    VerifyCommand(Map<String, String> environment, Output output) {
        this.environment = environment;
        this.output = output;
    }

    int run(Address address, Path data) throws SQLException {
        try {
            var verify = new AuditVerify(KeyStore.keys(data, environment), KeyStore.audit(data), Clock.systemUTC());
            var report = verify.verify(address.source());
            (report.sound() ? output.out() : output.err()).print(report.text());
            return report.sound() ? Command.WELL : Command.FAILED;
        } catch (KeysException e) {
            output.err().println(e.getMessage());
            return Command.FAILED;
        }
    }
}
