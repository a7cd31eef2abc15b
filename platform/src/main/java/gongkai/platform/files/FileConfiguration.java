package gongkai.platform.files;

import gongkai.platform.database.DataDirectory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileSettings.class)
class FileConfiguration {
    @Bean
    FileStore fileStore(DataDirectory data) {
        return new DirectoryFileStore(data.files());
    }
}
