package io.sentimentstreams.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.sentimentstreams.app.config.Setting;
import io.sentimentstreams.app.serving.ModelSettings;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclaredSettingsTest {

  @Test
  void everyDeclaredSettingIsInOneGroup() throws ReflectiveOperationException {
    List<Setting<?>> grouped =
        Settings.GROUPS.stream().<Setting<?>>flatMap(group -> group.settings().stream()).toList();

    assertThat(declared()).hasSizeGreaterThan(30);
    assertThat(grouped).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(declared());
  }

  @Test
  void everyDeclaredFamilyIsInOneGroup() {
    assertThat(Settings.GROUPS.stream().flatMap(group -> group.families().stream()))
        .containsExactly(ModelSettings.ROUTES);
  }

  private static List<Setting<?>> declared() throws ReflectiveOperationException {
    List<Setting<?>> settings = new ArrayList<>();
    for (JavaField field :
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.sentimentstreams.app")
                .stream()
                .flatMap(type -> type.getFields().stream())
                .toList()) {
      if (field.getRawType().isEquivalentTo(Setting.class)
          && field.getModifiers().contains(JavaModifier.STATIC)) {
        Field constant = field.reflect();
        constant.setAccessible(true);
        settings.add((Setting<?>) constant.get(null));
      }
    }
    return settings;
  }
}
