<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>Messages</name>
    <message>
        <source>{}. Check that the folder exists, is writable and has room.</source>
        <translation>{}. Vérifiez que le dossier existe, qu’on peut y écrire et qu’il y reste de la place.</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>ne peut pas être écrit</translation>
    </message>
    <message>
        <source>cannot be synced to the disk</source>
        <translation>ne peut pas être synchronisé avec le disque</translation>
    </message>
    <message>
        <source>cannot be closed</source>
        <translation>ne peut pas être fermé</translation>
    </message>
    <message>
        <source>cannot be replaced</source>
        <translation>ne peut pas être remplacé</translation>
    </message>
    <message>
        <source>cannot be opened. Check the name and that it may be read.</source>
        <translation>ne peut pas être ouvert. Vérifiez le nom et le droit de lecture.</translation>
    </message>
    <message>
        <source>is larger than {} bytes, more than such a file can be.</source>
        <translation>fait plus de {} octets, plus qu’un tel fichier ne peut avoir.</translation>
    </message>
    <message>
        <source>reading it failed.</source>
        <translation>sa lecture a échoué.</translation>
    </message>
    <message>
        <source>{} is not allowed; it must be {}.</source>
        <translation>{} n’est pas permis ; il faut {}.</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un nombre entier</translation>
    </message>
    <message>
        <source>a list of whole numbers</source>
        <translation>une liste de nombres entiers</translation>
    </message>
    <message>
        <source>a list of numbers</source>
        <translation>une liste de nombres</translation>
    </message>
    <message>
        <source>one of its choices</source>
        <translation>un de ses choix</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true ou false</translation>
    </message>
    <message>
        <source>a list of at most {} entries</source>
        <translation>une liste d’au plus {} éléments</translation>
    </message>
    <message>
        <source>greater than {} and at most {}</source>
        <translation>plus grand que {} et d’au plus {}</translation>
    </message>
    <message>
        <source>from {} to {}</source>
        <translation>de {} à {}</translation>
    </message>
    <message>
        <source>greater than {}</source>
        <translation>plus grand que {}</translation>
    </message>
    <message>
        <source>of at least {}</source>
        <translation>d’au moins {}</translation>
    </message>
    <message>
        <source>of at most {}</source>
        <translation>d’au plus {}</translation>
    </message>
    <message>
        <source>a text of at most 4096 bytes</source>
        <translation>un texte d’au plus 4096 octets</translation>
    </message>
    <message>
        <source>one of {}</source>
        <translation>un de {}</translation>
    </message>
    <message>
        <source>the folder cannot be opened: {}.</source>
        <translation>le dossier ne peut pas être ouvert : {}.</translation>
    </message>
    <message>
        <source>another nudge is at work in this folder; wait for it, or stop it.</source>
        <translation>un autre nudge travaille dans ce dossier ; attendez-le, ou arrêtez-le.</translation>
    </message>
    <message>
        <source>tensor {}: holds {} values; {} are needed.</source>
        <translation>tenseur {} : contient {} valeurs ; il en faut {}.</translation>
    </message>
    <message>
        <source>{} has a negative size in its shape.</source>
        <translation>{} a une taille négative dans sa forme.</translation>
    </message>
    <message>
        <source>{} has a shape that is too large for any file.</source>
        <translation>{} a une forme trop grande pour tout fichier.</translation>
    </message>
    <message>
        <source>{} needs exactly a dtype, a shape and two data_offsets.</source>
        <translation>{} exige exactement un dtype, une shape et deux data_offsets.</translation>
    </message>
    <message>
        <source>{} has the type {}; F32, F64, I32, I64 and U8 can be read.</source>
        <translation>{} est de type {} ; F32, F64, I32, I64 et U8 peuvent être lus.</translation>
    </message>
    <message>
        <source>{} lies outside the file ({} to {} of {} bytes); the file is cut off.</source>
        <translation>{} est hors du fichier ({} à {} de {} octets) ; le fichier est tronqué.</translation>
    </message>
    <message>
        <source>{} has a shape that does not fit its data.</source>
        <translation>{} a une forme qui ne va pas avec ses données.</translation>
    </message>
    <message>
        <source>__metadata__ must be an object of texts.</source>
        <translation>__metadata__ doit être un objet de textes.</translation>
    </message>
    <message>
        <source>tensor {}: is missing.</source>
        <translation>tenseur {} : manque.</translation>
    </message>
    <message>
        <source>tensor {}: its shape does not fit its data.</source>
        <translation>tenseur {} : sa forme ne va pas avec ses données.</translation>
    </message>
    <message>
        <source>has {} bytes, too few for a safetensors file.</source>
        <translation>a {} octets, trop peu pour un fichier safetensors.</translation>
    </message>
    <message>
        <source>announces a header of {} bytes but has {}; it is cut off or no safetensors file.</source>
        <translation>annonce un en-tête de {} octets mais en a {} ; il est tronqué ou n’est pas un fichier safetensors.</translation>
    </message>
    <message>
        <source>its header is no JSON object.</source>
        <translation>son en-tête n’est pas un objet JSON.</translation>
    </message>
    <message>
        <source>tensor &quot;{}&quot; overlaps another or leaves a hole.</source>
        <translation>le tenseur « {} » en recouvre un autre ou laisse un trou.</translation>
    </message>
    <message>
        <source>{} bytes follow the last tensor; the file is damaged.</source>
        <translation>{} octets suivent le dernier tenseur ; le fichier est endommagé.</translation>
    </message>
    <message>
        <source>is nested deeper than {} levels.</source>
        <translation>est imbriqué sur plus de {} niveaux.</translation>
    </message>
    <message>
        <source>the key &quot;{}&quot; stands twice in one object; keep one.</source>
        <translation>la clé « {} » figure deux fois dans un objet ; gardez-en une.</translation>
    </message>
    <message>
        <source>is not valid JSON at line {}, column {}; the file may be cut off or was edited by hand.</source>
        <translation>n’est pas du JSON valide à la ligne {}, colonne {} ; le fichier est peut-être tronqué ou a été modifié à la main.</translation>
    </message>
    <message>
        <source>holds a number that is out of range.</source>
        <translation>contient un nombre hors limites.</translation>
    </message>
    <message>
        <source>is no {} of Nudge; it needs &quot;format&quot;: &quot;{}&quot;.</source>
        <translation>n’est pas un {} de Nudge ; il lui faut &quot;format&quot;: &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>needs &quot;version&quot;: {}.</source>
        <translation>il lui faut &quot;version&quot;: {}.</translation>
    </message>
    <message>
        <source>was written in version {} of the format, this program reads version {}; install a newer Nudge to open it.</source>
        <translation>a été écrit dans la version {} du format, ce programme lit la version {} ; installez un Nudge plus récent pour l’ouvrir.</translation>
    </message>
    <message>
        <source>known are {}</source>
        <translation>sont connus {}</translation>
    </message>
    <message>
        <source>did you mean &quot;{}&quot;?</source>
        <translation>vouliez-vous dire « {} » ?</translation>
    </message>
    <message>
        <source>the key &quot;{}&quot; is unknown; {}</source>
        <translation>la clé « {} » est inconnue ; {}</translation>
    </message>
    <message>
        <source>{} is laid out for cells of Chimera with 4 + 4 qubits; {} has none.</source>
        <translation>{} est fait pour des cellules de Chimera de 4 + 4 qubits ; {} n’en a pas.</translation>
    </message>
    <message>
        <source>the convolutional network</source>
        <translation>le réseau convolutif</translation>
    </message>
    <message>
        <source>the convolutional network needs 3 × 3 cells whose qubits work; {} has none.</source>
        <translation>le réseau convolutif exige 3 × 3 cellules dont les qubits marchent ; {} n’en a pas.</translation>
    </message>
    <message>
        <source>the network of cells</source>
        <translation>le réseau de cellules</translation>
    </message>
    <message>
        <source>the network of cells needs two columns; {} has none beside column {}.</source>
        <translation>le réseau de cellules exige deux colonnes ; {} n’en a pas à côté de la colonne {}.</translation>
    </message>
    <message>
        <source>holds no chip; it begins with a line of two numbers, qubits and couplers.</source>
        <translation>ne contient pas de puce ; une puce commence par une ligne de deux nombres, qubits et coupleurs.</translation>
    </message>
    <message>
        <source>the first line has the numbers of qubits and of couplers</source>
        <translation>la première ligne porte les nombres de qubits et de coupleurs</translation>
    </message>
    <message>
        <source>comes after the {} qubits and {} couplers that were announced.</source>
        <translation>vient après les {} qubits et {} coupleurs annoncés.</translation>
    </message>
    <message>
        <source>{}, so {} where {} was found.</source>
        <translation>{}, donc {}, et {} a été trouvé.</translation>
    </message>
    <message>
        <source>one number</source>
        <translation>un nombre</translation>
    </message>
    <message>
        <source>two numbers</source>
        <translation>deux nombres</translation>
    </message>
    <message>
        <source>ends after {} of {} {}; it may be cut off.</source>
        <translation>finit après {} des {} {} ; il est peut-être tronqué.</translation>
    </message>
    <message>
        <source>a line of this part has a qubit</source>
        <translation>une ligne de cette partie porte un qubit</translation>
    </message>
    <message>
        <source>the qubit {} is given twice, first in line {}.</source>
        <translation>le qubit {} est donné deux fois, d’abord à la ligne {}.</translation>
    </message>
    <message>
        <source>a line of this part has the two qubits of a coupler</source>
        <translation>une ligne de cette partie porte les deux qubits d’un coupleur</translation>
    </message>
    <message>
        <source>the qubit {} is not among those listed above.</source>
        <translation>le qubit {} n’est pas parmi ceux de plus haut.</translation>
    </message>
    <message>
        <source>the coupler {} {} is given twice.</source>
        <translation>le coupleur {} {} est donné deux fois.</translation>
    </message>
    <message>
        <source>these are not the couplers of any Chimera, Pegasus or Zephyr chip in D-Wave&apos;s linear numbering.</source>
        <translation>ce ne sont les coupleurs d’aucune puce Chimera, Pegasus ou Zephyr dans la numérotation linéaire de D-Wave.</translation>
    </message>
    <message>
        <source>line {}: {}</source>
        <translation>ligne {} : {}</translation>
    </message>
    <message>
        <source>{} has no qubit {}; they are numbered 0 to {}.</source>
        <translation>{} n’a pas de qubit {} ; ils sont numérotés de 0 à {}.</translation>
    </message>
    <message>
        <source>{} does not couple qubits {} and {}.</source>
        <translation>{} ne couple pas les qubits {} et {}.</translation>
    </message>
    <message>
        <source>has three numbers; a faulty qubit is one number, a faulty coupler two.</source>
        <translation>a trois nombres ; un qubit défectueux est un nombre, un coupleur défectueux deux.</translation>
    </message>
    <message>
        <source>{} does not couple qubits {} ({}) and {} ({}).</source>
        <translation>{} ne couple pas les qubits {} ({}) et {} ({}).</translation>
    </message>
    <message>
        <source>the qubit {} is given twice.</source>
        <translation>le qubit {} est donné deux fois.</translation>
    </message>
    <message>
        <source>the coupler {} {} needs the qubit {}, which is not in the list.</source>
        <translation>le coupleur {} {} exige le qubit {}, qui n’est pas dans la liste.</translation>
    </message>
    <message>
        <source>the coupler {} {} is given twice; keep one.</source>
        <translation>le coupleur {} {} est donné deux fois ; gardez-en un.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no chip: {}</source>
        <translation>« {} » n’est pas une puce : {}</translation>
    </message>
    <message>
        <source>did you mean {}? </source>
        <translation>vouliez-vous dire {} ? </translation>
    </message>
    <message>
        <source>Write chimera:16, chimera:3,5,2 (rows, columns, tile), pegasus:16, zephyr:15 or zephyr:2,2 (grid, tile).</source>
        <translation>Écrivez chimera:16, chimera:3,5,2 (lignes, colonnes, tuile), pegasus:16, zephyr:15 ou zephyr:2,2 (grille, tuile).</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no size; sizes are whole numbers, with commas between.</source>
        <translation>« {} » n’est pas une taille ; les tailles sont des nombres entiers, séparés par des virgules.</translation>
    </message>
    <message>
        <source>the {} is {}; it can be {} to {}.</source>
        <translation>le {} est {} ; il peut être de {} à {}.</translation>
    </message>
    <message>
        <source>its size is missing, as in {0}:{1}.</source>
        <translation>sa taille manque, comme dans {0}:{1}.</translation>
    </message>
    <message>
        <source>{} has at most {} size{}.</source>
        <translation>{} a au plus {} taille{}.</translation>
    </message>
    <message>
        <source>number of columns</source>
        <translation>nombre de colonnes</translation>
    </message>
    <message>
        <source>it has {} qubits; at most {} are possible.</source>
        <translation>elle a {} qubits ; {} au plus sont possibles.</translation>
    </message>
    <message>
        <source>the embedding has {} chains for a problem of {} spins.</source>
        <translation>le plongement a {} chaînes pour un problème de {} spins.</translation>
    </message>
    <message>
        <source>{} chain strengths were given for {} spins; give one for all, or one for each.</source>
        <translation>{} forces de chaîne ont été données pour {} spins ; donnez-en une pour toutes, ou une pour chacun.</translation>
    </message>
    <message>
        <source>a chain strength is {}; it must be a number from 0 on.</source>
        <translation>une force de chaîne vaut {} ; il faut un nombre à partir de 0.</translation>
    </message>
    <message>
        <source>spin {} has no chain in the embedding.</source>
        <translation>le spin {} n’a pas de chaîne dans le plongement.</translation>
    </message>
    <message>
        <source>the chain of spin {} has the qubit {}, which the chip does not have or which is faulty.</source>
        <translation>la chaîne du spin {} a le qubit {}, que la puce n’a pas ou qui est défectueux.</translation>
    </message>
    <message>
        <source>the chains of spins {} and {} share the qubit {}.</source>
        <translation>les chaînes des spins {} et {} ont en commun le qubit {}.</translation>
    </message>
    <message>
        <source>the chain of spin {} is in {} pieces: not all of its qubits are joined by couplers.</source>
        <translation>la chaîne du spin {} est en {} morceaux : tous ses qubits ne sont pas joints par des coupleurs.</translation>
    </message>
    <message>
        <source>no coupler joins the chains of spins {} and {}, which are coupled.</source>
        <translation>aucun coupleur ne joint les chaînes des spins {} et {}, qui sont couplés.</translation>
    </message>
    <message>
        <source>{} must be a list of qubits, like [0, 4].</source>
        <translation>{} doit être une liste de qubits, comme [0, 4].</translation>
    </message>
    <message>
        <source>{} has {}, which is no qubit; they are whole numbers from 0 on.</source>
        <translation>{} a {}, qui n’est pas un qubit ; ce sont des nombres entiers à partir de 0.</translation>
    </message>
    <message>
        <source>{} has the qubit {} twice.</source>
        <translation>{} a deux fois le qubit {}.</translation>
    </message>
    <message>
        <source>is no embedding; it looks like {&quot;0&quot;: [4, 5], &quot;1&quot;: [0]}.</source>
        <translation>n’est pas un plongement ; il ressemble à {&quot;0&quot;: [4, 5], &quot;1&quot;: [0]}.</translation>
    </message>
    <message>
        <source>has {} entries but none for the variable &quot;{}&quot;; the keys count from &quot;0&quot; without a gap.</source>
        <translation>a {} entrées mais aucune pour la variable « {} » ; les clés comptent à partir de &quot;0&quot; sans lacune.</translation>
    </message>
    <message>
        <source>the chain of variable {}</source>
        <translation>la chaîne de la variable {}</translation>
    </message>
    <message>
        <source>it has chains for {} variables; the graph has {}.</source>
        <translation>il a des chaînes pour {} variables ; le graphe en a {}.</translation>
    </message>
    <message>
        <source>variable {} has no qubit.</source>
        <translation>la variable {} n’a pas de qubit.</translation>
    </message>
    <message>
        <source>variable {} is on qubit {}, which the chip does not have or which is faulty.</source>
        <translation>la variable {} est sur le qubit {}, que la puce n’a pas ou qui est défectueux.</translation>
    </message>
    <message>
        <source>variables {} and {} share the qubit {}.</source>
        <translation>les variables {} et {} ont en commun le qubit {}.</translation>
    </message>
    <message>
        <source>the chain of variable {} is in pieces: not all of its {} qubits are joined by couplers.</source>
        <translation>la chaîne de la variable {} est en morceaux : ses {} qubits ne sont pas tous joints par des coupleurs.</translation>
    </message>
    <message>
        <source>no coupler joins the chains of variables {} and {}, which are coupled in the graph.</source>
        <translation>aucun coupleur ne joint les chaînes des variables {} et {}, qui sont couplées dans le graphe.</translation>
    </message>
    <message>
        <source>the embedding is not valid: </source>
        <translation>le plongement n’est pas valide : </translation>
    </message>
    <message>
        <source>this graph cannot be placed on {}: its chains would need at least {} qubits, the chip has {}. Take a larger chip or a smaller graph.</source>
        <translation>ce graphe ne peut pas être placé sur {} : ses chaînes demanderaient au moins {} qubits, la puce en a {}. Prenez une puce plus grande ou un graphe plus petit.</translation>
    </message>
    <message>
        <source>crossing lines can only place a network of layers, all of a layer coupled to all of the next; try --method heuristic.</source>
        <translation>des lignes croisées ne placent qu’un réseau de couches, chacune couplée en entier à la suivante ; essayez --method heuristic.</translation>
    </message>
    <message>
        <source>straight lines of {} cannot hold this graph{}; try --method heuristic, smaller layers or a larger chip.</source>
        <translation>les lignes droites de {} ne peuvent pas porter ce graphe{} ; essayez --method heuristic, des couches plus petites ou une puce plus grande.</translation>
    </message>
    <message>
        <source> with chains of at most {} qubits</source>
        <translation> avec des chaînes d’au plus {} qubits</translation>
    </message>
    <message>
        <source>no embedding on {} was found; the search ends after {} tries or {:g} seconds, which does not say that there is none; give it more time, another seed or a larger chip.</source>
        <translation>aucun plongement sur {} n’a été trouvé ; la recherche finit après {} essais ou {} secondes, ce qui ne dit pas qu’il n’y en a pas ; donnez plus de temps, une autre graine ou une puce plus grande.</translation>
    </message>
    <message>
        <source>the largest network can only be sought for layers, as in layers:1,40.</source>
        <translation>le plus grand réseau ne peut être cherché que pour des couches, comme dans layers:1,40.</translation>
    </message>
    <message>
        <source>straight lines of {} cannot hold the other layers with even one neuron in the first.</source>
        <translation>les lignes droites de {} ne peuvent pas porter les autres couches, même avec un seul neurone dans la première.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no number of this kind; write a whole number from 0 on.</source>
        <translation>« {} » n’est pas un nombre de cette sorte ; écrivez un nombre entier à partir de 0.</translation>
    </message>
    <message>
        <source>has more than three numbers; at most two belong there.</source>
        <translation>a plus de trois nombres ; deux au plus y ont leur place.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no graph: {}</source>
        <translation>« {} » n’est pas un graphe : {}</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no size; write whole numbers from 1 on, commas between.</source>
        <translation>« {} » n’est pas une taille ; écrivez des nombres entiers à partir de 1, séparés par des virgules.</translation>
    </message>
    <message>
        <source>at most {} variables in 100 layers are possible.</source>
        <translation>{} variables au plus en 100 couches sont possibles.</translation>
    </message>
    <message>
        <source>the graph has {:.0f} variables and {:.0f} edges; at most {} and {} are possible.</source>
        <translation>le graphe a {} variables et {} arêtes ; {} et {} au plus sont possibles.</translation>
    </message>
    <message>
        <source>write layers:120,40, complete:30 or grid:16,16, or the name of a file with edges or an Ising problem.</source>
        <translation>écrivez layers:120,40, complete:30 ou grid:16,16, ou le nom d’un fichier d’arêtes ou d’un problème d’Ising.</translation>
    </message>
    <message>
        <source>it needs two layers or more, as in layers:120,40.</source>
        <translation>il faut deux couches ou plus, comme dans layers:120,40.</translation>
    </message>
    <message>
        <source>it has one size, as in complete:30.</source>
        <translation>il a une taille, comme dans complete:30.</translation>
    </message>
    <message>
        <source>it has two sizes, rows and columns, as in grid:16,16.</source>
        <translation>il a deux tailles, lignes et colonnes, comme dans grid:16,16.</translation>
    </message>
    <message>
        <source>an edge has two numbers, its variables.</source>
        <translation>une arête a deux nombres, ses variables.</translation>
    </message>
    <message>
        <source>the variable {} is too large; they count from 0 to at most {}.</source>
        <translation>la variable {} est trop grande ; elles comptent de 0 à {} au plus.</translation>
    </message>
    <message>
        <source>joins variable {} with itself; leave it out.</source>
        <translation>joint la variable {} à elle-même ; enlevez cette arête.</translation>
    </message>
    <message>
        <source>the edge {} {} is given twice, first in line {}.</source>
        <translation>l’arête {} {} est donnée deux fois, d’abord à la ligne {}.</translation>
    </message>
    <message>
        <source>holds no edge; write lines like 0 1.</source>
        <translation>ne contient pas d’arête ; écrivez des lignes comme 0 1.</translation>
    </message>
    <message>
        <source>samples of {} spins and a source of {} do not fit an embedding of {} spins on {} qubits.</source>
        <translation>des échantillons de {} spins et une source de {} ne vont pas avec un plongement de {} spins sur {} qubits.</translation>
    </message>
    <message>
        <source>Both groups of an associative memory have 1 to {} neurons, not {} and {}.</source>
        <translation>Les deux groupes d’une mémoire associative ont 1 à {} neurones, pas {} et {}.</translation>
    </message>
    <message>
        <source>The pair has {} and {} neurons; this memory stores pairs of {} and {}.</source>
        <translation>La paire a {} et {} neurones ; cette mémoire garde des paires de {} et {}.</translation>
    </message>
    <message>
        <source>A belief network has visible units and at least one layer.</source>
        <translation>Un réseau de croyances a des unités visibles et au moins une couche.</translation>
    </message>
    <message>
        <source>A Boltzmann machine needs visible and hidden units, not {} and {}.</source>
        <translation>Une machine de Boltzmann a besoin d’unités visibles et cachées, pas de {} et {}.</translation>
    </message>
    <message>
        <source>A graph to cut has {} to {} nodes here, not {}.</source>
        <translation>Un graphe à couper a ici {} à {} nœuds, pas {}.</translation>
    </message>
    <message>
        <source>Max-Cut: reads and sweeps are from 1.</source>
        <translation>Max-Cut : lectures et balayages comptent à partir de 1.</translation>
    </message>
    <message>
        <source>A Hopfield network has 1 to {} neurons here, not {}.</source>
        <translation>Un réseau de Hopfield a ici 1 à {} neurones, pas {}.</translation>
    </message>
    <message>
        <source>The pattern has {} neurons; this memory stores patterns of {}.</source>
        <translation>Le motif a {} neurones ; cette mémoire garde des motifs de {}.</translation>
    </message>
    <message>
        <source>Memristors: the noise and the spread must be from 0, the sweeps from 1.</source>
        <translation>Memristors : le bruit et la dispersion valent au moins 0, les balayages au moins 1.</translation>
    </message>
    <message>
        <source>A resistive network needs inputs and outputs, and no negative number of nodes.</source>
        <translation>Un réseau résistif a besoin d’entrées et de sorties, et d’un nombre de nœuds non négatif.</translation>
    </message>
    <message>
        <source>XNOR needs as many weights as activations, at least one, not {} and {}.</source>
        <translation>XNOR a besoin d’autant de poids que d’activations, un au moins, pas de {} et {}.</translation>
    </message>
    <message>
        <source>character {} is not base64.</source>
        <translation>le caractère {} n’est pas du base64.</translation>
    </message>
    <message>
        <source>its end is not base64.</source>
        <translation>sa fin n’est pas du base64.</translation>
    </message>
    <message>
        <source>its last base64 digit holds bits that belong to no byte.</source>
        <translation>son dernier chiffre base64 porte des bits d’aucun octet.</translation>
    </message>
    <message>
        <source>has {} characters; base64 comes in fours.</source>
        <translation>a {} caractères ; le base64 va par quatre.</translation>
    </message>
    <message>
        <source>has {} characters, which are not {} numbers of {} bytes in base64.</source>
        <translation>a {} caractères, qui ne sont pas {} nombres de {} octets en base64.</translation>
    </message>
    <message>
        <source>the noise of fields and couplings should be 0 to 10 in the chip&apos;s units.</source>
        <translation>le bruit des champs et des couplages va de 0 à 10 dans les unités de la puce.</translation>
    </message>
    <message>
        <source>{} bits of precision: 2 to 16 are possible, or 0 for exact.</source>
        <translation>{} bits de précision : 2 à 16 sont possibles, ou 0 pour exact.</translation>
    </message>
    <message>
        <source>the sweeps a microsecond should be above 0 and at most 10000.</source>
        <translation>les balayages par microseconde sont au-dessus de 0 et d’au plus 10000.</translation>
    </message>
    <message>
        <source>{} is {}, out of the chip&apos;s {} to {}; scale the problem, or set auto_scale.</source>
        <translation>{} vaut {}, hors des limites de la puce, {} à {} ; réduisez le problème, ou mettez auto_scale.</translation>
    </message>
    <message>
        <source>h of qubit {}</source>
        <translation>h du qubit {}</translation>
    </message>
    <message>
        <source>J of qubits {} and {}</source>
        <translation>J des qubits {} et {}</translation>
    </message>
    <message>
        <source>the sum of all J of qubit {}</source>
        <translation>la somme des J du qubit {}</translation>
    </message>
    <message>
        <source>the chip&apos;s ranges leave no room for the problem&apos;s signs.</source>
        <translation>les limites de la puce ne laissent pas de place aux signes du problème.</translation>
    </message>
    <message>
        <source>the chip takes no problems of type {}.</source>
        <translation>la puce ne prend pas de problèmes de type {}.</translation>
    </message>
    <message>
        <source>initial_state has 3 for qubit {}, which is on.</source>
        <translation>initial_state a 3 pour le qubit {}, qui marche.</translation>
    </message>
    <message>
        <source>annealing_time and anneal_schedule exclude each other; keep one.</source>
        <translation>annealing_time et anneal_schedule s’excluent ; gardez l’un des deux.</translation>
    </message>
    <message>
        <source>solver {} does not say what its time depends on (no &quot;problem_timing_data&quot;).</source>
        <translation>le solveur {} ne dit pas de quoi dépend son temps (pas de &quot;problem_timing_data&quot;).</translation>
    </message>
    <message>
        <source>a schedule that begins at s = 1 is reverse annealing; it needs an initial_state.</source>
        <translation>un programme qui commence à s = 1 est un recuit inverse ; il lui faut un initial_state.</translation>
    </message>
    <message>
        <source>the annealing schedule stays at s = 1; a reverse schedule must go below.</source>
        <translation>le programme de recuit reste à s = 1 ; un programme inverse doit descendre plus bas.</translation>
    </message>
    <message>
        <source>an annealing schedule is a list of points [t, s].</source>
        <translation>un programme de recuit est une liste de points [t, s].</translation>
    </message>
    <message>
        <source>point {} of the annealing schedule should be two numbers, [t, s].</source>
        <translation>le point {} du programme de recuit devrait être deux nombres, [t, s].</translation>
    </message>
    <message>
        <source>there is no token; put `token = …` into dwave.conf, or set DWAVE_API_TOKEN.</source>
        <translation>il n’y a pas de jeton ; mettez `token = …` dans dwave.conf, ou définissez DWAVE_API_TOKEN.</translation>
    </message>
    <message>
        <source>there is no solver &quot;{}&quot; for this token.</source>
        <translation>il n’y a pas de solveur « {} » pour ce jeton.</translation>
    </message>
    <message>
        <source>should be a list.</source>
        <translation>devrait être une liste.</translation>
    </message>
    <message>
        <source>no chip is as asked for ({}).</source>
        <translation>aucune puce n’est comme demandé ({}).</translation>
    </message>
    <message>
        <source>the answer is of {} qubits, the problem of {} others.</source>
        <translation>la réponse est de {} qubits, le problème de {} autres.</translation>
    </message>
    <message>
        <source>the status &quot;{}&quot; is not in the protocol.</source>
        <translation>l’état « {} » n’est pas du protocole.</translation>
    </message>
    <message>
        <source>{} is &quot;{}&quot;; it should be a number from 0.</source>
        <translation>{} vaut « {} » ; il faut un nombre à partir de 0.</translation>
    </message>
    <message>
        <source>{} is &quot;{}&quot;; it should be true or false.</source>
        <translation>{} vaut « {} » ; il faut true ou false.</translation>
    </message>
    <message>
        <source>headers: each line should be like Name: value.</source>
        <translation>headers : chaque ligne est comme Nom: valeur.</translation>
    </message>
    <message>
        <source>region &quot;{}&quot; is unknown; there are {}; or set an endpoint.{}{}</source>
        <translation>la région « {} » est inconnue ; il y a {} ; ou donnez un endpoint.{}{}</translation>
    </message>
    <message>
        <source>The list of regions is not to be had; {} is taken for {}. {}</source>
        <translation>La liste des régions n’est pas disponible ; {} est pris pour {}. {}</translation>
    </message>
    <message>
        <source>the answer is no list of regions.</source>
        <translation>la réponse n’est pas une liste de régions.</translation>
    </message>
    <message>
        <source>{} {}: http would send the token readable over the network; use https.</source>
        <translation>{} {} : http enverrait le jeton lisible sur le réseau ; prenez https.</translation>
    </message>
    <message>
        <source>the configuration has no profile &quot;{}&quot;.</source>
        <translation>la configuration n’a pas de profil « {} ».</translation>
    </message>
    <message>
        <source>permissive_ssl: certificates are always checked here; remove it, or set it to false.</source>
        <translation>permissive_ssl : les certificats sont toujours vérifiés ici ; enlevez la ligne, ou mettez false.</translation>
    </message>
    <message>
        <source>poll_strategy is &quot;{}&quot;; it should be long-polling or backoff.</source>
        <translation>poll_strategy vaut « {} » ; il faut long-polling ou backoff.</translation>
    </message>
    <message>
        <source>poll_wait_time should be 0 to 30 seconds.</source>
        <translation>poll_wait_time va de 0 à 30 secondes.</translation>
    </message>
    <message>
        <source>zlib cannot start: no memory.</source>
        <translation>zlib ne peut pas démarrer : plus de mémoire.</translation>
    </message>
    <message>
        <source>more than 2 GiB cannot be packed at once.</source>
        <translation>plus de 2 Gio ne peuvent pas être compressés d’un coup.</translation>
    </message>
    <message>
        <source>zlib could not pack the data.</source>
        <translation>zlib n’a pas pu compresser les données.</translation>
    </message>
    <message>
        <source>is larger than 2 GiB.</source>
        <translation>fait plus de 2 Gio.</translation>
    </message>
    <message>
        <source>unpacks to more than {} bytes.</source>
        <translation>se décompresse en plus de {} octets.</translation>
    </message>
    <message>
        <source>its packed data are cut off.</source>
        <translation>ses données compressées sont tronquées.</translation>
    </message>
    <message>
        <source>its packed data are damaged.</source>
        <translation>ses données compressées sont endommagées.</translation>
    </message>
    <message>
        <source>something else follows its packed data.</source>
        <translation>autre chose suit ses données compressées.</translation>
    </message>
    <message>
        <source>libcurl cannot start.</source>
        <translation>libcurl ne peut pas démarrer.</translation>
    </message>
    <message>
        <source>libcurl cannot start: no memory.</source>
        <translation>libcurl ne peut pas démarrer : plus de mémoire.</translation>
    </message>
    <message>
        <source>redirects more than {} times</source>
        <translation>redirige plus de {} fois</translation>
    </message>
    <message>
        <source>redirects to what is no http address</source>
        <translation>redirige vers ce qui n’est pas une adresse http</translation>
    </message>
    <message>
        <source>redirects to another server, {}://{}:{}, where the token is not sent; if that is right, set it as the endpoint</source>
        <translation>redirige vers un autre serveur, {}://{}:{}, où le jeton n’est pas envoyé ; si c’est juste, faites-en l’endpoint</translation>
    </message>
    <message>
        <source>answers a {} with a redirect</source>
        <translation>répond à un {} par une redirection</translation>
    </message>
    <message>
        <source>libcurl cannot start a transfer.</source>
        <translation>libcurl ne peut pas commencer un transfert.</translation>
    </message>
    <message>
        <source>libcurl does not take option {}.</source>
        <translation>libcurl ne prend pas l’option {}.</translation>
    </message>
    <message>
        <source>libcurl: no memory.</source>
        <translation>libcurl : plus de mémoire.</translation>
    </message>
    <message>
        <source>the answer has more than {} MiB</source>
        <translation>la réponse a plus de {} Mio</translation>
    </message>
    <message>
        <source>nothing came from the server for {} s</source>
        <translation>rien n’est venu du serveur depuis {} s</translation>
    </message>
    <message>
        <source>is one line too many for such a file</source>
        <translation>est une ligne de trop pour un tel fichier</translation>
    </message>
    <message>
        <source>line {} {}.</source>
        <translation>ligne {} {}.</translation>
    </message>
    <message>
        <source>begins a section without a ]</source>
        <translation>ouvre une section sans ]</translation>
    </message>
    <message>
        <source>begins a section without a name, or one that is there already</source>
        <translation>ouvre une section sans nom, ou qui existe déjà</translation>
    </message>
    <message>
        <source>stands before the first [section]</source>
        <translation>est avant la première [section]</translation>
    </message>
    <message>
        <source>should be like key = value</source>
        <translation>devrait être comme clé = valeur</translation>
    </message>
    <message>
        <source>sets a key for the second time in its section</source>
        <translation>donne une clé pour la seconde fois dans sa section</translation>
    </message>
    <message>
        <source>{} should be a number.</source>
        <translation>{} devrait être un nombre.</translation>
    </message>
    <message>
        <source>{} should be true or false.</source>
        <translation>{} devrait être true ou false.</translation>
    </message>
    <message>
        <source>{} is {}; the solver takes {} to {}.</source>
        <translation>{} vaut {} ; le solveur prend {} à {}.</translation>
    </message>
    <message>
        <source>{} should be a whole number from 1 to {}, not {}.</source>
        <translation>{} devrait être un nombre entier de 1 à {}, pas {}.</translation>
    </message>
    <message>
        <source>answer_mode should be &quot;histogram&quot; or &quot;raw&quot;, not {}.</source>
        <translation>answer_mode devrait être &quot;histogram&quot; ou &quot;raw&quot;, pas {}.</translation>
    </message>
    <message>
        <source>initial_state should be a list of {} values, one a qubit.</source>
        <translation>initial_state devrait être une liste de {} valeurs, une par qubit.</translation>
    </message>
    <message>
        <source>initial_state holds {}; each qubit has {} or 1, or 3 where it is off.</source>
        <translation>initial_state contient {} ; chaque qubit a {} ou 1, ou 3 là où il ne marche pas.</translation>
    </message>
    <message>
        <source>{} is not a parameter of solver {}{}</source>
        <translation>{} n’est pas un paramètre du solveur {}{}</translation>
    </message>
    <message>
        <source>; did you mean {}?</source>
        <translation> ; vouliez-vous dire {} ?</translation>
    </message>
    <message>
        <source>{} problems in a request; 1 to {} fit.</source>
        <translation>{} problèmes dans une requête ; il en tient 1 à {}.</translation>
    </message>
    <message>
        <source>params should be an object.</source>
        <translation>params devrait être un objet.</translation>
    </message>
    <message>
        <source>{} reads take longer than the solver&apos;s longest run of {} µs; at most {} fit.</source>
        <translation>{} lectures durent plus que le plus long travail du solveur, {} µs ; il en tient {} au plus.</translation>
    </message>
    <message>
        <source>num_reads should be a whole number from 1.</source>
        <translation>num_reads devrait être un nombre entier à partir de 1.</translation>
    </message>
    <message>
        <source>the solver did not take the problem: &quot;{}&quot; (code {}).</source>
        <translation>le solveur n’a pas pris le problème : « {} » (code {}).</translation>
    </message>
    <message>
        <source>problem {}</source>
        <translation>problème {}</translation>
    </message>
    <message>
        <source>the problem was cancelled.</source>
        <translation>le problème a été annulé.</translation>
    </message>
    <message>
        <source>the answer should be a list of {}.</source>
        <translation>la réponse devrait être une liste de {}.</translation>
    </message>
    <message>
        <source>{} Whether the server took the problem is not known; it was not sent again.</source>
        <translation>{} On ne sait pas si le serveur a pris le problème ; il n’a pas été renvoyé.</translation>
    </message>
    <message>
        <source>should be new</source>
        <translation>devrait être nouveau</translation>
    </message>
    <message>
        <source>asking for problems</source>
        <translation>question sur les problèmes</translation>
    </message>
    <message>
        <source>asking for problems: should be a list.</source>
        <translation>question sur les problèmes : devrait être une liste.</translation>
    </message>
    <message>
        <source>the solver failed: &quot;{}&quot;.</source>
        <translation>le solveur a échoué : « {} ».</translation>
    </message>
    <message>
        <source>{} was cancelled.</source>
        <translation>{} a été annulé.</translation>
    </message>
    <message>
        <source>{} The problem is completed at the server.</source>
        <translation>{} Le problème est fini chez le serveur.</translation>
    </message>
    <message>
        <source>{} was not done within {} s (polling_timeout).</source>
        <translation>{} n’était pas fini en {} s (polling_timeout).</translation>
    </message>
    <message>
        <source>the connection to the solver was closed.</source>
        <translation>la connexion au solveur a été fermée.</translation>
    </message>
    <message>
        <source>should rise from 0 to at most {}</source>
        <translation>devrait monter de 0 à {} au plus</translation>
    </message>
    <message>
        <source>should be numbers from 1</source>
        <translation>devrait être des nombres à partir de 1</translation>
    </message>
    <message>
        <source>should be {} rows of {} bytes</source>
        <translation>devrait être {} lignes de {} octets</translation>
    </message>
    <message>
        <source>should be finite numbers</source>
        <translation>devrait être des nombres finis</translation>
    </message>
    <message>
        <source>is &quot;{}&quot;; this program reads &quot;qp&quot;</source>
        <translation>vaut « {} » ; ce programme lit &quot;qp&quot;</translation>
    </message>
    <message>
        <source>the solver has no working qubit {}; it has {} of {}.</source>
        <translation>le solveur n’a pas de qubit {} qui marche ; il en a {} sur {}.</translation>
    </message>
    <message>
        <source>the solver has no working coupler between qubits {} and {}.</source>
        <translation>le solveur n’a pas de coupleur qui marche entre les qubits {} et {}.</translation>
    </message>
    <message>
        <source>qubit {} is used for two variables.</source>
        <translation>le qubit {} sert à deux variables.</translation>
    </message>
    <message>
        <source>{} qubits for {} spins; each spin needs one.</source>
        <translation>{} qubits pour {} spins ; il en faut un à chaque spin.</translation>
    </message>
    <message>
        <source>the spin &quot;{}&quot; is no qubit&apos;s number; on a chip, spins are named by the qubits they sit on.</source>
        <translation>le spin « {} » n’est pas le numéro d’un qubit ; sur une puce, les spins portent le nom de leur qubit.</translation>
    </message>
    <message>
        <source>nested deeper than {} levels</source>
        <translation>imbriqué sur plus de {} niveaux</translation>
    </message>
    <message>
        <source>more than {} values</source>
        <translation>plus de {} valeurs</translation>
    </message>
    <message>
        <source>a key stands twice in one object</source>
        <translation>une clé figure deux fois dans un objet</translation>
    </message>
    <message>
        <source>it is cut off</source>
        <translation>il est tronqué</translation>
    </message>
    <message>
        <source>byte {} is wrong</source>
        <translation>l’octet {} est faux</translation>
    </message>
    <message>
        <source>a number is out of range</source>
        <translation>un nombre est hors limites</translation>
    </message>
    <message>
        <source>not the JSON that should be there: {}; {} bytes that begin &quot;{}&quot;.</source>
        <translation>ce n’est pas le JSON attendu : {} ; {} octets qui commencent par « {} ».</translation>
    </message>
    <message>
        <source>should be an object, but is &quot;{}&quot;.</source>
        <translation>devrait être un objet, mais est « {} ».</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>manque</translation>
    </message>
    <message>
        <source>should be text</source>
        <translation>devrait être un texte</translation>
    </message>
    <message>
        <source>is longer than {} bytes</source>
        <translation>fait plus de {} octets</translation>
    </message>
    <message>
        <source>should be a number</source>
        <translation>devrait être un nombre</translation>
    </message>
    <message>
        <source>should be a finite number</source>
        <translation>devrait être un nombre fini</translation>
    </message>
    <message>
        <source>should be a whole number from {} to {}</source>
        <translation>devrait être un nombre entier de {} à {}</translation>
    </message>
    <message>
        <source>should be a list of numbers</source>
        <translation>devrait être une liste de nombres</translation>
    </message>
    <message>
        <source>has more than {} entries</source>
        <translation>a plus de {} éléments</translation>
    </message>
    <message>
        <source>should be a list of texts</source>
        <translation>devrait être une liste de textes</translation>
    </message>
    <message>
        <source>the server cannot use the request</source>
        <translation>le serveur ne peut rien faire de la requête</translation>
    </message>
    <message>
        <source>the token was refused; copy it again from D-Wave&apos;s dashboard into dwave.conf, or set DWAVE_API_TOKEN</source>
        <translation>le jeton a été refusé ; recopiez-le du tableau de bord de D-Wave dans dwave.conf, ou définissez DWAVE_API_TOKEN</translation>
    </message>
    <message>
        <source>the token does not allow this</source>
        <translation>le jeton ne permet pas cela</translation>
    </message>
    <message>
        <source>there is no such thing</source>
        <translation>il n’y a rien de tel</translation>
    </message>
    <message>
        <source>it is in a state that does not allow this</source>
        <translation>son état ne permet pas cela</translation>
    </message>
    <message>
        <source>too many requests or problems; wait a while</source>
        <translation>trop de requêtes ou de problèmes ; attendez un peu</translation>
    </message>
    <message>
        <source>the server failed; try again later</source>
        <translation>le serveur a échoué ; réessayez plus tard</translation>
    </message>
    <message>
        <source>which is not in the protocol</source>
        <translation>qui n’est pas du protocole</translation>
    </message>
    <message>
        <source>status {}: {}{}.</source>
        <translation>état {} : {}{}.</translation>
    </message>
    <message>
        <source>the answer is of type &quot;{}&quot;, not {}; is the endpoint D-Wave&apos;s?</source>
        <translation>la réponse est de type « {} », pas {} ; l’endpoint est-il celui de D-Wave ?</translation>
    </message>
    <message>
        <source>solver: {} should be true or false.</source>
        <translation>solver : {} devrait être true ou false.</translation>
    </message>
    <message>
        <source>solver: {} should be a range, [lowest, highest].</source>
        <translation>solver : {} devrait être un intervalle, [le plus bas, le plus haut].</translation>
    </message>
    <message>
        <source>solver: {} is no regular expression of at most {} characters.</source>
        <translation>solver : {} n’est pas une expression régulière d’au plus {} caractères.</translation>
    </message>
    <message>
        <source>solver: order_by should name a property, like &quot;avg_load&quot;.</source>
        <translation>solver : order_by devrait nommer une propriété, comme &quot;avg_load&quot;.</translation>
    </message>
    <message>
        <source>solver: features are a JSON object, like {&quot;qpu&quot;: true}.</source>
        <translation>solver : les features sont un objet JSON, comme {&quot;qpu&quot;: true}.</translation>
    </message>
    <message>
        <source>solver: &quot;{}&quot; should be a name, or name;graph_id=…</source>
        <translation>solver : « {} » devrait être un nom, ou nom;graph_id=…</translation>
    </message>
    <message>
        <source>any that is online</source>
        <translation>n’importe laquelle en ligne</translation>
    </message>
    <message>
        <source>should be a range, [lowest, highest]</source>
        <translation>devrait être un intervalle, [le plus bas, le plus haut]</translation>
    </message>
    <message>
        <source>should list different numbers from 0 to {}</source>
        <translation>devrait lister des nombres différents de 0 à {}</translation>
    </message>
    <message>
        <source>should list different pairs of the solver&apos;s qubits</source>
        <translation>devrait lister des paires différentes de qubits du solveur</translation>
    </message>
    <message>
        <source>should be whole numbers from 1</source>
        <translation>devrait être des nombres entiers à partir de 1</translation>
    </message>
    <message>
        <source>should begin above 0</source>
        <translation>devrait commencer au-dessus de 0</translation>
    </message>
    <message>
        <source>should be pwl_log_log or pwl_linear</source>
        <translation>devrait être pwl_log_log ou pwl_linear</translation>
    </message>
    <message>
        <source>should be rising numbers of qubits, then as many times</source>
        <translation>devrait être des nombres croissants de qubits, puis autant de temps</translation>
    </message>
    <message>
        <source>solver {}</source>
        <translation>solveur {}</translation>
    </message>
    <message>
        <source>should be an object</source>
        <translation>devrait être un objet</translation>
    </message>
    <message>
        <source>the token holds blanks, other characters than ASCII&apos;s, or more than {}; copy it again from D-Wave&apos;s dashboard.</source>
        <translation>le jeton contient des blancs, d’autres caractères que ceux de l’ASCII, ou plus de {} ; recopiez-le du tableau de bord de D-Wave.</translation>
    </message>
    <message>
        <source>a profile&apos;s name cannot be empty or hold ].</source>
        <translation>le nom d’un profil ne peut être vide ni contenir ].</translation>
    </message>
    <message>
        <source>an address with a user or password in it is not taken.</source>
        <translation>une adresse avec un nom ou un mot de passe n’est pas acceptée.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no address; it should be like https://cloud.dwavesys.com/sapi/.</source>
        <translation>« {} » n’est pas une adresse ; il en faut une comme https://cloud.dwavesys.com/sapi/.</translation>
    </message>
    <message>
        <source>is empty; a CIFAR-10 file holds {} bytes for each image. {}</source>
        <translation>est vide ; un fichier CIFAR-10 contient {} octets par image. {}</translation>
    </message>
    <message>
        <source>Copy or download the file again.</source>
        <translation>Copiez ou téléchargez à nouveau le fichier.</translation>
    </message>
    <message>
        <source>has {} bytes, more than {} images of CIFAR-10; it is of another kind.</source>
        <translation>a {} octets, plus que {} images de CIFAR-10 ; il est d’une autre sorte.</translation>
    </message>
    <message>
        <source>has {} bytes, {} images and {} bytes more; the binary version of CIFAR-10 has {} bytes for each image. It is of another kind or cut off.</source>
        <translation>a {} octets, {} images et {} octets de plus ; la version binaire de CIFAR-10 a {} octets par image. Il est d’une autre sorte ou tronqué.</translation>
    </message>
    <message>
        <source>label {} (counted from 0) is {}; labels of CIFAR-10 go from 0 to {}. Is it the binary version of CIFAR-10?</source>
        <translation>l’étiquette {} (comptée de 0) vaut {} ; celles de CIFAR-10 vont de 0 à {}. Est-ce la version binaire de CIFAR-10 ?</translation>
    </message>
    <message>
        <source>has no {}; it is not the binary version of CIFAR-10. Delete it and run `nudge data fetch cifar10` again.</source>
        <translation>n’a pas de {} ; ce n’est pas la version binaire de CIFAR-10. Supprimez-le et relancez `nudge data fetch cifar10`.</translation>
    </message>
    <message>
        <source>has no data_batch_1.bin; `nudge data fetch cifar10` downloads it.</source>
        <translation>n’a pas de data_batch_1.bin ; `nudge data fetch cifar10` le télécharge.</translation>
    </message>
    <message>
        <source>CIFAR-10 is not here (looked in {}). Download it with `nudge data fetch cifar10`, or set NUDGE_DATA to a folder with data_batch_1.bin … data_batch_5.bin and test_batch.bin of its binary version.</source>
        <translation>CIFAR-10 n’est pas ici (cherché dans {}). Téléchargez-le par `nudge data fetch cifar10`, ou faites pointer NUDGE_DATA vers un dossier avec data_batch_1.bin … data_batch_5.bin et test_batch.bin de sa version binaire.</translation>
    </message>
    <message>
        <source>put it at {} and give the same command again, or unpack it into a folder that the environment variable NUDGE_DATA names</source>
        <translation>mettez-le à {} et redonnez la même commande, ou décompressez-le dans un dossier que nomme la variable d’environnement NUDGE_DATA</translation>
    </message>
    <message>
        <source>line {}, column {}</source>
        <translation>ligne {}, colonne {}</translation>
    </message>
    <message>
        <source>is empty; write a number, 0 for none.</source>
        <translation>est vide ; écrivez un nombre, 0 pour rien.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a number; write it like 0.25, with commas between numbers.</source>
        <translation>« {} » n’est pas un nombre ; écrivez-le comme 0.25, avec des virgules entre les nombres.</translation>
    </message>
    <message>
        <source>{} is not finite; inputs are usually from 0 to 1.</source>
        <translation>{} n’est pas fini ; les entrées vont d’habitude de 0 à 1.</translation>
    </message>
    <message>
        <source>line {} has {} numbers where the first row has {}; every row needs as many.</source>
        <translation>la ligne {} a {} nombres et la première {} ; toutes doivent en avoir autant.</translation>
    </message>
    <message>
        <source>holds no numbers; write a row for every sample, like 0, 0.5, 1.</source>
        <translation>ne contient pas de nombres ; écrivez une ligne par échantillon, comme 0, 0.5, 1.</translation>
    </message>
    <message>
        <source>There is no place for data sets: neither XDG_DATA_HOME nor HOME is set. Set one of them, or NUDGE_DATA to a folder that has the data.</source>
        <translation>Il n’y a pas de place pour les jeux de données : ni XDG_DATA_HOME ni HOME ne sont définis. Définissez l’un d’eux, ou NUDGE_DATA pour un dossier qui a les données.</translation>
    </message>
    <message>
        <source>no folder</source>
        <translation>aucun dossier</translation>
    </message>
    <message>
        <source>the set of patterns</source>
        <translation>le jeu de motifs</translation>
    </message>
    <message>
        <source>{} images are asked for, but the files of {} that are here hold only {}; ask for at most that many, or for 0 to take them all. `nudge data` says where the files are.</source>
        <translation>{} images sont demandées, mais les fichiers de {} qui sont ici n’en ont que {} ; demandez-en au plus autant, ou 0 pour toutes. `nudge data` dit où sont les fichiers.</translation>
    </message>
    <message>
        <source>{} are more than the {} that {} has; 0 takes them all.</source>
        <translation>{}, c’est plus que les {} de {} ; 0 les prend toutes.</translation>
    </message>
    <message>
        <source>{} has only {} training images of its rarest {}, fewer than {}.</source>
        <translation>{} n’a que {} images d’apprentissage de son {} le moins fourni, moins que {}.</translation>
    </message>
    <message>
        <source>squares of {} × {} pixels do not fill an image of {} × {}; take a number that divides {}, like {}.</source>
        <translation>des carrés de {} × {} pixels ne remplissent pas une image de {} × {} ; prenez un nombre qui divise {}, comme {}.</translation>
    </message>
    <message>
        <source>has {} numbers for {} classes; give one each, −1 to leave a class out.</source>
        <translation>a {} nombres pour {} classes ; donnez-en un à chacune, −1 pour l’omettre.</translation>
    </message>
    <message>
        <source>nothing is in class {}; count the classes to be learnt from 0, two at least.</source>
        <translation>il n’y a rien dans la classe {} ; comptez les classes à apprendre à partir de 0, deux au moins.</translation>
    </message>
    <message>
        <source>a mirrored digit is another sign, or none; switch it off, or choose CIFAR-10.</source>
        <translation>un chiffre en miroir est un autre signe, ou aucun ; enlevez l’option, ou choisissez CIFAR-10.</translation>
    </message>
    <message>
        <source>mean and standard deviation are those of CIFAR-10&apos;s colours, and digits are learnt from 0 to 1; switch it off, or choose CIFAR-10.</source>
        <translation>moyenne et écart type sont ceux des couleurs de CIFAR-10, et les chiffres s’apprennent de 0 à 1 ; enlevez l’option, ou choisissez CIFAR-10.</translation>
    </message>
    <message>
        <source>there is no end to drawn digits; say how many, like {}.</source>
        <translation>les chiffres dessinés n’ont pas de fin ; dites combien, comme {}.</translation>
    </message>
    <message>
        <source> and put it at {}, or into a folder that the environment variable NUDGE_DATA names</source>
        <translation> et mettez-le à {}, ou dans un dossier que nomme la variable d’environnement NUDGE_DATA</translation>
    </message>
    <message>
        <source>Check the network and try again, or get the file by other means{}.</source>
        <translation>Vérifiez le réseau et réessayez, ou procurez-vous le fichier autrement{}.</translation>
    </message>
    <message>
        <source>the server was asked for the bytes from {} and answered with others. {}</source>
        <translation>le serveur devait donner les octets à partir de {} et en a donné d’autres. {}</translation>
    </message>
    <message>
        <source>is larger than {} bytes, more than the file can have. {}</source>
        <translation>fait plus de {} octets, plus que le fichier ne peut avoir. {}</translation>
    </message>
    <message>
        <source>the server answered with status {}{}</source>
        <translation>le serveur a répondu par l’état {}{}</translation>
    </message>
    <message>
        <source>, not found</source>
        <translation>, introuvable</translation>
    </message>
    <message>
        <source>cannot be downloaded: {}. {}</source>
        <translation>ne peut pas être téléchargé : {}. {}</translation>
    </message>
    <message>
        <source>what came is not the expected file: its SHA-256 is {}, not {}. {}</source>
        <translation>ce qui est venu n’est pas le fichier attendu : son SHA-256 est {}, pas {}. {}</translation>
    </message>
    <message>
        <source>at byte {} the gzip data {}. Copy or download the file again.</source>
        <translation>à l’octet {}, les données gzip : {}. Copiez ou téléchargez à nouveau le fichier.</translation>
    </message>
    <message>
        <source>unpacks to more than {} bytes, more than such a file can hold.</source>
        <translation>se décompresse en plus de {} octets, plus qu’un tel fichier ne peut contenir.</translation>
    </message>
    <message>
        <source>ends, but the file goes on with something else</source>
        <translation>elles finissent, mais le fichier continue par autre chose</translation>
    </message>
    <message>
        <source>cannot be read further</source>
        <translation>elles ne peuvent pas être lues plus loin</translation>
    </message>
    <message>
        <source>is cut off</source>
        <translation>est tronqué</translation>
    </message>
    <message>
        <source>is damaged ({})</source>
        <translation>sont endommagées ({})</translation>
    </message>
    <message>
        <source>no gzip</source>
        <translation>pas du gzip</translation>
    </message>
    <message>
        <source>has {} bytes only; an IDX file begins with 4 bytes that say what it holds.</source>
        <translation>n’a que {} octets ; un fichier IDX commence par 4 octets qui disent ce qu’il contient.</translation>
    </message>
    <message>
        <source>bytes 0 and 1 are {:02x} {:02x} where an IDX file has 00 00; it is of another kind.</source>
        <translation>les octets 0 et 1 sont {} {}, et un fichier IDX a 00 00 ; il est d’une autre sorte.</translation>
    </message>
    <message>
        <source>byte 2 gives the values&apos; type as {:02x}; only 08, unsigned bytes, can be read.</source>
        <translation>l’octet 2 donne {} comme type des valeurs ; seul 08, octets non signés, peut être lu.</translation>
    </message>
    <message>
        <source>byte 3 says {} dimension{}, but {} have {}.{}</source>
        <translation>l’octet 3 dit {} dimension{}, mais des {} en ont {}.{}</translation>
    </message>
    <message>
        <source> Have images and labels been exchanged?</source>
        <translation> Images et étiquettes ont-elles été échangées ?</translation>
    </message>
    <message>
        <source>ends at byte {} within its header of {} bytes. Copy or download the file again.</source>
        <translation>finit à l’octet {} dans son en-tête de {} octets. Copiez ou téléchargez à nouveau le fichier.</translation>
    </message>
    <message>
        <source>holds nothing: one of its sizes is 0.</source>
        <translation>ne contient rien : une de ses tailles est 0.</translation>
    </message>
    <message>
        <source>its header announces more than {} bytes, more than such a file can hold.</source>
        <translation>son en-tête annonce plus de {} octets, plus qu’un tel fichier ne peut contenir.</translation>
    </message>
    <message>
        <source>has {} bytes behind its header, {} {} than the {} it announces. Copy or download the file again.</source>
        <translation>a {} octets derrière son en-tête, {} {} que les {} annoncés. Copiez ou téléchargez à nouveau le fichier.</translation>
    </message>
    <message>
        <source>its images are {} rows by {} columns; at most {} each can be read.</source>
        <translation>ses images ont {} lignes et {} colonnes ; {} au plus de chaque peuvent être lues.</translation>
    </message>
    <message>
        <source>label {} (counted from 0) is {}; labels go from 0 to {}.</source>
        <translation>l’étiquette {} (comptée de 0) vaut {} ; les étiquettes vont de 0 à {}.</translation>
    </message>
    <message>
        <source>holds {} labels, but {} holds {} images; the two do not belong together.</source>
        <translation>contient {} étiquettes, mais {} contient {} images ; les deux ne vont pas ensemble.</translation>
    </message>
    <message>
        <source>has neither {} nor {}.gz; `nudge data fetch mnist` downloads it.</source>
        <translation>n’a ni {} ni {}.gz ; `nudge data fetch mnist` le télécharge.</translation>
    </message>
    <message>
        <source>its images are {} × {}; MNIST&apos;s are {} × {}.</source>
        <translation>ses images sont de {} × {} ; celles de MNIST de {} × {}.</translation>
    </message>
    <message>
        <source>MNIST is not here (looked in {}). Download it with `nudge data fetch mnist`, or set NUDGE_DATA to a folder with {}, plain or .gz.</source>
        <translation>MNIST n’est pas ici (cherché dans {}). Téléchargez-le par `nudge data fetch mnist`, ou faites pointer NUDGE_DATA vers un dossier avec {}, tels quels ou en .gz.</translation>
    </message>
    <message>
        <source>cannot be measured</source>
        <translation>ne peut pas être mesuré</translation>
    </message>
    <message>
        <source>cannot be emptied</source>
        <translation>ne peut pas être vidé</translation>
    </message>
    <message>
        <source>its checksum cannot be computed.</source>
        <translation>sa somme de contrôle ne peut pas être calculée.</translation>
    </message>
    <message>
        <source>{} images of each class were asked for, but there are only {} of class {}; ask for at most that many.</source>
        <translation>{} images de chaque classe ont été demandées, mais il n’y en a que {} de la classe {} ; demandez-en au plus autant.</translation>
    </message>
    <message>
        <source>{} images were asked for, but there are only {}; ask for at most that many.</source>
        <translation>{} images ont été demandées, mais il n’y en a que {} ; demandez-en au plus autant.</translation>
    </message>
    <message>
        <source>at byte {} the tar archive {}.</source>
        <translation>à l’octet {}, l’archive tar {}.</translation>
    </message>
    <message>
        <source>has a file whose path is empty, absolute, leads elsewhere or is no text</source>
        <translation>a un fichier dont le chemin est vide, absolu, mène ailleurs ou n’est pas un texte</translation>
    </message>
    <message>
        <source>has &quot;{}&quot;, which is neither a file nor a folder; links and devices are not unpacked</source>
        <translation>a « {} », qui n’est ni un fichier ni un dossier ; liens et périphériques ne sont pas extraits</translation>
    </message>
    <message>
        <source>has &quot;{}&quot; a second time</source>
        <translation>a « {} » une seconde fois</translation>
    </message>
    <message>
        <source>has more than {} members</source>
        <translation>a plus de {} membres</translation>
    </message>
    <message>
        <source>is damaged, or is none: a checksum is wrong</source>
        <translation>est endommagée, ou n’en est pas une : une somme de contrôle est fausse</translation>
    </message>
    <message>
        <source>has a file whose size cannot be read</source>
        <translation>a un fichier dont la taille ne peut pas être lue</translation>
    </message>
    <message>
        <source>is cut off within a file</source>
        <translation>est tronquée dans un fichier</translation>
    </message>
    <message>
        <source>&quot;{}&quot; must be a number that counts something</source>
        <translation>&quot;{}&quot; doit être un nombre qui compte quelque chose</translation>
    </message>
    <message>
        <source>must be an object of {}</source>
        <translation>doit être un objet de {}</translation>
    </message>
    <message>
        <source>has no &quot;{}&quot;</source>
        <translation>n’a pas de &quot;{}&quot;</translation>
    </message>
    <message>
        <source>&quot;setting&quot; must be the key of a setting</source>
        <translation>&quot;setting&quot; doit être la clé d’un réglage</translation>
    </message>
    <message>
        <source>{} cannot change while a run goes on</source>
        <translation>{} ne peut pas changer pendant un entraînement</translation>
    </message>
    <message>
        <source>cannot change while a run goes on; restart the run to use it.</source>
        <translation>ne peut pas changer pendant un entraînement ; relancez-le pour l’utiliser.</translation>
    </message>
    <message>
        <source>line {}: {}. Mend the line, or remove it to do without the change.</source>
        <translation>ligne {} : {}. Corrigez la ligne, ou enlevez-la pour vous passer du changement.</translation>
    </message>
    <message>
        <source>lies before the line above</source>
        <translation>est avant la ligne du dessus</translation>
    </message>
    <message>
        <source>{} qubits, longest chain {}; chip time of an epoch {:.3g} to {:.3g} s (an input {:.3g} ms free, {:.3g} ms nudged)</source>
        <translation>{} qubits, plus longue chaîne {} ; temps de puce d’une époque {} à {} s (une entrée {} ms libre, {} ms poussée)</translation>
    </message>
    <message>
        <source>&quot;{}&quot; must be an object of settings in braces.</source>
        <translation>&quot;{}&quot; doit être un objet de réglages entre accolades.</translation>
    </message>
    <message>
        <source>the setting &quot;{}&quot; could be {} or {}; write the whole key.</source>
        <translation>le réglage « {} » peut être {} ou {} ; écrivez la clé entière.</translation>
    </message>
    <message>
        <source>the setting &quot;{}&quot; is unknown{}</source>
        <translation>le réglage « {} » est inconnu{}</translation>
    </message>
    <message>
        <source>; did you mean &quot;{}&quot;?</source>
        <translation> ; vouliez-vous dire « {} » ?</translation>
    </message>
    <message>
        <source>the network has {} inputs but a sample of the data has {} values; give the first layer {} neurons.</source>
        <translation>le réseau a {} entrées mais une image des données a {} valeurs ; donnez {} neurones à la première couche.</translation>
    </message>
    <message>
        <source>convolutions look at {} × {} × {} values but a sample of the data is {} × {} × {}; give it [{}, {}, {}].</source>
        <translation>les convolutions regardent {} × {} × {} valeurs mais une image des données est de {} × {} × {} ; donnez [{}, {}, {}].</translation>
    </message>
    <message>
        <source>the network tells {} classes apart but the data has {}; with {} outputs per class the last layer needs {} neurons.</source>
        <translation>le réseau distingue {} classes mais les données en ont {} ; avec {} sorties par classe, il faut {} neurones à la dernière couche.</translation>
    </message>
    <message>
        <source>line {} is no row of its table; the file is damaged.</source>
        <translation>la ligne {} n’est pas une ligne de sa table ; le fichier est endommagé.</translation>
    </message>
    <message>
        <source>is no table of a run&apos;s epochs.</source>
        <translation>n’est pas une table des époques d’un entraînement.</translation>
    </message>
    <message>
        <source>there is no preset &quot;{}&quot;{}</source>
        <translation>il n’y a pas de préréglage « {} »{}</translation>
    </message>
    <message>
        <source>; `nudge presets` lists them.</source>
        <translation> ; `nudge presets` les liste.</translation>
    </message>
    <message>
        <source>the checkpoint is damaged: {} does not make sense; start the run anew.</source>
        <translation>le point de reprise est endommagé : {} n’a pas de sens ; recommencez l’entraînement.</translation>
    </message>
    <message>
        <source>its list of epochs</source>
        <translation>sa liste d’époques</translation>
    </message>
    <message>
        <source>is no checkpoint of Nudge.</source>
        <translation>n’est pas un point de reprise de Nudge.</translation>
    </message>
    <message>
        <source>was written by another version of Nudge; start the run anew.</source>
        <translation>a été écrit par une autre version de Nudge ; recommencez l’entraînement.</translation>
    </message>
    <message>
        <source>its run state</source>
        <translation>son état d’entraînement</translation>
    </message>
    <message>
        <source>its place in the run</source>
        <translation>sa place dans l’entraînement</translation>
    </message>
    <message>
        <source>its count of flips</source>
        <translation>son compte de retournements</translation>
    </message>
    <message>
        <source>a sum of its epoch</source>
        <translation>une somme de son époque</translation>
    </message>
    <message>
        <source>is JSON of more than {} MB, which takes many times as much memory to read; write it with its numbers in base64, or as lines of i j J.</source>
        <translation>est du JSON de plus de {} Mo, dont la lecture prend plusieurs fois autant de mémoire ; écrivez-le avec ses nombres en base64, ou en lignes i j J.</translation>
    </message>
    <message>
        <source>too many large problems are on their way; submit again later.</source>
        <translation>trop de grands problèmes sont en chemin ; soumettez de nouveau plus tard.</translation>
    </message>
    <message>
        <source>the folder cannot be made: {}. Check that the folder above it may be written to, or choose another place.</source>
        <translation>le dossier ne peut pas être créé : {}. Vérifiez qu’on peut écrire dans le dossier qui le contient, ou choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>holds a run already. Continue it with --resume, or choose another folder with --out.</source>
        <translation>contient déjà un entraînement. Continuez-le par --resume, ou choisissez un autre dossier par --out.</translation>
    </message>
    <message>
        <source>holds no run; it has no {}.</source>
        <translation>ne contient pas d’entraînement ; il n’a pas de {}.</translation>
    </message>
    <message>
        <source>a linear read-out needs images to learn from and to be tested on.</source>
        <translation>une lecture linéaire a besoin d’images pour apprendre et pour tester.</translation>
    </message>
    <message>
        <source>point {} of the annealing schedule is at time {}; it must be finite.</source>
        <translation>le point {} du programme de recuit est au temps {} ; il doit être fini.</translation>
    </message>
    <message>
        <source>point {} of the annealing schedule has s = {}; s goes from 0 to 1.</source>
        <translation>le point {} du programme de recuit a s = {} ; s va de 0 à 1.</translation>
    </message>
    <message>
        <source>point {} of the annealing schedule is at {} µs, not after the one before it at {} µs; times must increase.</source>
        <translation>le point {} du programme de recuit est à {} µs, pas après le précédent à {} µs ; les temps doivent croître.</translation>
    </message>
    <message>
        <source>s falls from {} to {} at point {} of the annealing schedule; in a forward schedule, one that starts at s = 0, it may only rise.</source>
        <translation>s descend de {} à {} au point {} du programme de recuit ; dans un programme direct, qui part de s = 0, il ne peut que monter.</translation>
    </message>
    <message>
        <source>the annealing schedule changes s by {:.4g} a µs before point {}; at most {:.4g} is possible.</source>
        <translation>le programme de recuit change s de {} par µs avant le point {} ; {} au plus est possible.</translation>
    </message>
    <message>
        <source>an annealing schedule of {} points; it can have 2 to {}.</source>
        <translation>un programme de recuit de {} points ; il peut en avoir 2 à {}.</translation>
    </message>
    <message>
        <source>the annealing schedule begins at {} µs; it must begin at 0.</source>
        <translation>le programme de recuit commence à {} µs ; il doit commencer à 0.</translation>
    </message>
    <message>
        <source>the annealing schedule begins with s = {}; it can begin with 0 (forward) or 1 (reverse).</source>
        <translation>le programme de recuit commence par s = {} ; il peut commencer par 0 (direct) ou 1 (inverse).</translation>
    </message>
    <message>
        <source>the annealing schedule ends with s = {}; it must end with 1.</source>
        <translation>le programme de recuit finit par s = {} ; il doit finir par 1.</translation>
    </message>
    <message>
        <source>the annealing schedule lasts {} µs; at most {} are possible.</source>
        <translation>le programme de recuit dure {} µs ; {} au plus sont possibles.</translation>
    </message>
    <message>
        <source>{} sweeps: an annealing needs at least one.</source>
        <translation>{} balayages : un recuit en demande un au moins.</translation>
    </message>
    <message>
        <source>{} has s = {}; s goes from 0 to 1.</source>
        <translation>{} a s = {} ; s va de 0 à 1.</translation>
    </message>
    <message>
        <source>{} has the energies {} and {} GHz; they must be finite and not negative.</source>
        <translation>{} a les énergies {} et {} GHz ; elles doivent être finies et non négatives.</translation>
    </message>
    <message>
        <source>a table of A(s) and B(s) needs two or more rows, from s = 0 to s = 1.</source>
        <translation>une table de A(s) et B(s) a deux lignes ou plus, de s = 0 à s = 1.</translation>
    </message>
    <message>
        <source>row {} of the table of A(s) and B(s)</source>
        <translation>la ligne {} de la table de A(s) et B(s)</translation>
    </message>
    <message>
        <source>{} has s = {}, not above {} in the row before it.</source>
        <translation>{} a s = {}, pas au-dessus de {} de la ligne précédente.</translation>
    </message>
    <message>
        <source>line {}: needs three numbers s,A,B, as in 0.5,0.7,3.5.</source>
        <translation>ligne {} : il faut trois nombres s,A,B, comme dans 0.5,0.7,3.5.</translation>
    </message>
    <message>
        <source>line {}</source>
        <translation>ligne {}</translation>
    </message>
    <message>
        <source>{} reads: from 1 to {} are possible.</source>
        <translation>{} lectures : de 1 à {} sont possibles.</translation>
    </message>
    <message>
        <source>the initial states have {} spins; {} make one state of the problem, {} one for each read.</source>
        <translation>les états de départ ont {} spins ; {} font un état du problème, {} un pour chaque lecture.</translation>
    </message>
    <message>
        <source>an inverse temperature of {}; it must be finite and not negative.</source>
        <translation>une température inverse de {} ; elle doit être finie et non négative.</translation>
    </message>
    <message>
        <source>is no base64 text; it may be cut off.</source>
        <translation>n’est pas un texte base64 ; il est peut-être tronqué.</translation>
    </message>
    <message>
        <source>holds {} bytes, which are no whole {}-byte numbers.</source>
        <translation>contient {} octets, qui ne font pas des nombres entiers de {} octets.</translation>
    </message>
    <message>
        <source>the type of numbers &quot;{}&quot; is unknown; it can be float32, float64, int8 to int64 or uint8 to uint64.</source>
        <translation>le type de nombres « {} » est inconnu ; ce peut être float32, float64, int8 à int64 ou uint8 à uint64.</translation>
    </message>
    <message>
        <source>is &quot;{}&quot;; it can be SPIN or BINARY.</source>
        <translation>vaut « {} » ; ce peut être SPIN ou BINARY.</translation>
    </message>
    <message>
        <source>has no &quot;{}&quot;; a BQM as dimod&apos;s to_serializable makes it does.</source>
        <translation>n’a pas de &quot;{}&quot; ; un BQM que fait le to_serializable de dimod en a un.</translation>
    </message>
    <message>
        <source>must be a text.</source>
        <translation>doit être un texte.</translation>
    </message>
    <message>
        <source>is no problem; it needs &quot;type&quot;: &quot;BinaryQuadraticModel&quot;, as dimod&apos;s to_serializable writes it.</source>
        <translation>n’est pas un problème ; il lui faut &quot;type&quot;: &quot;BinaryQuadraticModel&quot;, comme l’écrit le to_serializable de dimod.</translation>
    </message>
    <message>
        <source>must be {&quot;bqm_schema&quot;: &quot;3.0.0&quot;}; write the file with dimod 0.8 or newer.</source>
        <translation>doit être {&quot;bqm_schema&quot;: &quot;3.0.0&quot;} ; écrivez le fichier avec dimod 0.8 ou plus récent.</translation>
    </message>
    <message>
        <source>is {}, but {} were found; the file may be cut off.</source>
        <translation>vaut {}, mais {} ont été trouvés ; le fichier est peut-être tronqué.</translation>
    </message>
    <message>
        <source>must be a number.</source>
        <translation>doit être un nombre.</translation>
    </message>
    <message>
        <source>must be a list.</source>
        <translation>doit être une liste.</translation>
    </message>
    <message>
        <source>holds something else than texts, whole numbers and lists.</source>
        <translation>contient autre chose que des textes, des nombres entiers et des listes.</translation>
    </message>
    <message>
        <source>holds {} twice.</source>
        <translation>contient deux fois {}.</translation>
    </message>
    <message>
        <source>needs &quot;data&quot; and &quot;data_type&quot;, as dimod writes arrays.</source>
        <translation>a besoin de &quot;data&quot; et &quot;data_type&quot;, comme dimod écrit les tableaux.</translation>
    </message>
    <message>
        <source>must be a list of numbers, or base64 text.</source>
        <translation>doit être une liste de nombres, ou un texte base64.</translation>
    </message>
    <message>
        <source>has {} in place {}; only numbers can stand there.</source>
        <translation>a {} à la place {} ; seuls des nombres y ont leur place.</translation>
    </message>
    <message>
        <source>{} quadratic biases have {} heads and {} tails; they must be as many.</source>
        <translation>{} biais quadratiques ont {} têtes et {} queues ; il en faut autant.</translation>
    </message>
    <message>
        <source>has {} in place {}; variables are numbered from 0.</source>
        <translation>a {} à la place {} ; les variables sont numérotées à partir de 0.</translation>
    </message>
    <message>
        <source>collapsed sampling keeps {} of these {} spins, and its table of couplings would have {} entries, more than {}; it is made for dense problems: anneal this one without.</source>
        <translation>l’échantillonnage réduit garde {} de ces {} spins, et sa table de couplages aurait {} entrées, plus que {} ; il est fait pour les problèmes denses : recuisez celui-ci sans lui.</translation>
    </message>
    <message>
        <source>holds no problem; write lines like 0 1 -0.5 (spin, spin, coupling).</source>
        <translation>ne contient pas de problème ; écrivez des lignes comme 0 1 -0.5 (spin, spin, couplage).</translation>
    </message>
    <message>
        <source>ends after line {} with {} entries where line {} announces {}; it may be cut off.</source>
        <translation>finit après la ligne {} avec {} entrées, et la ligne {} en annonce {} ; il est peut-être tronqué.</translation>
    </message>
    <message>
        <source>has {} where an entry has three numbers, as in 0 1 -0.5; is it cut off?</source>
        <translation>a {}, et une entrée a trois nombres, comme dans 0 1 -0.5 ; est-elle tronquée ?</translation>
    </message>
    <message>
        <source>{} parts</source>
        <translation>{} parties</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no {}; write a whole number from 0 on.</source>
        <translation>« {} » n’est pas un {} ; écrivez un nombre entier à partir de 0.</translation>
    </message>
    <message>
        <source>the {} {} is negative; they count from 0.</source>
        <translation>le {} {} est négatif ; on compte à partir de 0.</translation>
    </message>
    <message>
        <source>the {} {} is too large; at most {} is possible.</source>
        <translation>le {} {} est trop grand ; {} au plus est possible.</translation>
    </message>
    <message>
        <source>number of spins</source>
        <translation>nombre de spins</translation>
    </message>
    <message>
        <source>number of entries</source>
        <translation>nombre d’entrées</translation>
    </message>
    <message>
        <source>the spin {} is not among the {} that line {} announces; they count from 0.</source>
        <translation>le spin {} n’est pas parmi les {} qu’annonce la ligne {} ; on compte à partir de 0.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a number; write it like -0.5.</source>
        <translation>« {} » n’est pas un nombre ; écrivez-le comme -0.5.</translation>
    </message>
    <message>
        <source>{} is not a finite number that a computer can hold.</source>
        <translation>{} n’est pas un nombre fini qu’un ordinateur puisse contenir.</translation>
    </message>
    <message>
        <source>{} is given twice, first in line {}; keep one, or their sum.</source>
        <translation>{} est donné deux fois, d’abord à la ligne {} ; gardez-en un, ou leur somme.</translation>
    </message>
    <message>
        <source>the field of spin {}</source>
        <translation>le champ du spin {}</translation>
    </message>
    <message>
        <source>the coupling of spins {} and {}</source>
        <translation>le couplage des spins {} et {}</translation>
    </message>
    <message>
        <source>{} spins have too many states to try them all; at most {} spins can be solved exactly, larger problems annealed.</source>
        <translation>{} spins ont trop d’états pour les essayer tous ; {} spins au plus se résolvent exactement, les plus grands problèmes par recuit.</translation>
    </message>
    <message>
        <source>{} is {}; it must be a finite number.</source>
        <translation>{} vaut {} ; il faut un nombre fini.</translation>
    </message>
    <message>
        <source>an Ising problem of {} spins and {} couplings is too large; at most {} and {} fit.</source>
        <translation>un problème d’Ising de {} spins et {} couplages est trop grand ; {} et {} au plus tiennent.</translation>
    </message>
    <message>
        <source>an Ising problem of {} spins has {} labels; give one a spin, or none.</source>
        <translation>un problème d’Ising de {} spins a {} noms ; donnez-en un par spin, ou aucun.</translation>
    </message>
    <message>
        <source>a coupling joins spins {} and {}; the {} spins are numbered from 0.</source>
        <translation>un couplage joint les spins {} et {} ; les {} spins sont numérotés à partir de 0.</translation>
    </message>
    <message>
        <source>a coupling joins spin {} with itself; what acts on one spin is a field.</source>
        <translation>un couplage joint le spin {} à lui-même ; ce qui agit sur un spin est un champ.</translation>
    </message>
    <message>
        <source>the offset</source>
        <translation>le décalage</translation>
    </message>
    <message>
        <source>the coupling of spins {} and {} is given twice; add them up to one.</source>
        <translation>le couplage des spins {} et {} est donné deux fois ; additionnez-les en un.</translation>
    </message>
    <message>
        <source>{} fields for {} spins; give one a spin.</source>
        <translation>{} champs pour {} spins ; donnez-en un par spin.</translation>
    </message>
    <message>
        <source>{} values for {} couplings; give one each.</source>
        <translation>{} valeurs pour {} couplages ; donnez-en une à chacun.</translation>
    </message>
    <message>
        <source>a graph of {} nodes is too large; at most {} fit.</source>
        <translation>un graphe de {} nœuds est trop grand ; {} au plus tiennent.</translation>
    </message>
    <message>
        <source>spin {} has the field {}; a Max-Cut problem has none.</source>
        <translation>le spin {} a le champ {} ; un problème Max-Cut n’en a pas.</translation>
    </message>
    <message>
        <source>{} slices of imaginary time: from 2 to 1024 are possible.</source>
        <translation>{} tranches de temps imaginaire : de 2 à 1024 sont possibles.</translation>
    </message>
    <message>
        <source>a temperature of {} mK; it must be above 0.</source>
        <translation>une température de {} mK ; elle doit être au-dessus de 0.</translation>
    </message>
    <message>
        <source>reverse annealing starts from a state; give one.</source>
        <translation>le recuit inverse part d’un état ; donnez-en un.</translation>
    </message>
    <message>
        <source>character {} is neither + nor -; a state is written like +-+.</source>
        <translation>le caractère {} n’est ni + ni - ; un état s’écrit comme +-+.</translation>
    </message>
    <message>
        <source>has {} spins; the problem has {}.</source>
        <translation>a {} spins ; le problème en a {}.</translation>
    </message>
    <message>
        <source>the problem&apos;s numbers are no small whole multiples of one number, with a sum of at most {} a spin; anneal it with real numbers.</source>
        <translation>les nombres du problème ne sont pas de petits multiples entiers d’un seul, de somme au plus {} par spin ; recuisez-le en nombres réels.</translation>
    </message>
    <message>
        <source>sweeps: there must be at least one.</source>
        <translation>balayages : il en faut un au moins.</translation>
    </message>
    <message>
        <source>slices: there must be at least one.</source>
        <translation>tranches : il en faut une au moins.</translation>
    </message>
    <message>
        <source>an inverse temperature from {} to {} is no range for annealing; it rises from above 0 to a finite number, as from 0.1 to 3.</source>
        <translation>une température inverse de {} à {} n’est pas un intervalle de recuit ; elle monte d’au-dessus de 0 à un nombre fini, comme de 0.1 à 3.</translation>
    </message>
    <message>
        <source>a temperature schedule needs two or more points, from time 0 to time 1.</source>
        <translation>un programme de températures a deux points ou plus, du temps 0 au temps 1.</translation>
    </message>
    <message>
        <source>point {} of the temperature schedule has the inverse temperature {}; it must be finite and not negative.</source>
        <translation>le point {} du programme de températures a la température inverse {} ; elle doit être finie et non négative.</translation>
    </message>
    <message>
        <source>point {} of the temperature schedule is at time {}, not after the one before it at {}.</source>
        <translation>le point {} du programme de températures est au temps {}, pas après le précédent à {}.</translation>
    </message>
    <message>
        <source>reverse annealing by the fraction {}: it can be from 0 to below 1.</source>
        <translation>recuit inverse de la fraction {} : elle peut aller de 0 à moins de 1.</translation>
    </message>
    <message>
        <source>tensor m_steps{}: does not make sense.</source>
        <translation>tenseur m_steps{} : n’a pas de sens.</translation>
    </message>
    <message>
        <source>tensor m_square{}: holds a negative value.</source>
        <translation>tenseur m_square{} : contient une valeur négative.</translation>
    </message>
    <message>
        <source>tensor m_decay{}: does not fit the network.</source>
        <translation>tenseur m_decay{} : ne va pas avec le réseau.</translation>
    </message>
    <message>
        <source>gradient ascent and Adam cannot change binary weights; use &quot;bop&quot; or &quot;latent&quot;, or real weights.</source>
        <translation>la montée du gradient et Adam ne peuvent pas changer des poids binaires ; prenez &quot;bop&quot; ou &quot;latent&quot;, ou des poids réels.</translation>
    </message>
    <message>
        <source>&quot;bop&quot; and &quot;latent&quot; need binary weights; use &quot;sgd&quot; or &quot;adam&quot;, or binary weights.</source>
        <translation>&quot;bop&quot; et &quot;latent&quot; ont besoin de poids binaires ; prenez &quot;sgd&quot; ou &quot;adam&quot;, ou des poids binaires.</translation>
    </message>
    <message>
        <source>binary weights cannot grow; set it to 0, or the weights to &quot;real&quot;.</source>
        <translation>des poids binaires ne peuvent pas grandir ; mettez 0, ou les poids à &quot;real&quot;.</translation>
    </message>
    <message>
        <source>real weights have no scaling factor to learn; use &quot;fixed&quot;.</source>
        <translation>des poids réels n’ont pas de facteur d’échelle à apprendre ; prenez &quot;fixed&quot;.</translation>
    </message>
    <message>
        <source>is 0; a nudge needs a β other than 0, such as 0.3.</source>
        <translation>vaut 0 ; une poussée demande un β autre que 0, comme 0.3.</translation>
    </message>
    <message>
        <source>{} cannot be the fraction of the way to the target at which coupled learning holds the outputs; it must be greater than 0 and at most 1.</source>
        <translation>{} ne peut pas être la fraction du chemin vers la cible où l’apprentissage couplé tient les sorties ; il faut plus de 0 et au plus 1.</translation>
    </message>
    <message>
        <source>&quot;bptt&quot; needs real activations, because a step has no slope; use another estimator, or the activation &quot;hardsigmoid&quot;.</source>
        <translation>&quot;bptt&quot; a besoin d’activations réelles, car un seuil n’a pas de pente ; prenez un autre estimateur, ou l’activation &quot;hardsigmoid&quot;.</translation>
    </message>
    <message>
        <source>&quot;bptt&quot; keeps all of its K steps in memory; {} are more than the {} that are allowed.</source>
        <translation>&quot;bptt&quot; garde tous ses K pas en mémoire ; {}, c’est plus que les {} permis.</translation>
    </message>
    <message>
        <source>an Ising machine nudges by fields; use &quot;one-sided&quot;, &quot;random-sign&quot; or &quot;symmetric&quot;.</source>
        <translation>une machine d’Ising pousse par des champs ; prenez &quot;one-sided&quot;, &quot;random-sign&quot; ou &quot;symmetric&quot;.</translation>
    </message>
    <message>
        <source>outputs that are clamped feel no force; use &quot;elastic&quot; here, or another estimator.</source>
        <translation>des sorties fixées ne sentent aucune force ; prenez &quot;elastic&quot; ici, ou un autre estimateur.</translation>
    </message>
    <message>
        <source>has {} values; it needs one for all layers or {}, one a layer.</source>
        <translation>a {} valeurs ; il en faut une pour toutes les couches ou {}, une par couche.</translation>
    </message>
    <message>
        <source>has two values, of couplers within and between cells, like [0.1, 0.5], for a network with network.cells; leave it empty for others.</source>
        <translation>a deux valeurs, des coupleurs dans les cellules et entre elles, comme [0.1, 0.5], pour un réseau avec network.cells ; laissez vide pour les autres.</translation>
    </message>
    <message>
        <source>tensor {}: does not fit the network.</source>
        <translation>tenseur {} : ne va pas avec le réseau.</translation>
    </message>
    <message>
        <source>tensor {}: holds a value that is not finite.</source>
        <translation>tenseur {} : contient une valeur qui n’est pas finie.</translation>
    </message>
    <message>
        <source>a name is a text.</source>
        <translation>un nom est un texte.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a number.</source>
        <translation>&quot;{}&quot; est un nombre.</translation>
    </message>
    <message>
        <source>&quot;changes&quot; is true.</source>
        <translation>&quot;changes&quot; vaut true.</translation>
    </message>
    <message>
        <source>says nothing of &quot;{}&quot;; add &quot;least&quot;, &quot;most&quot;, &quot;is&quot; or &quot;changes&quot;.</source>
        <translation>ne dit rien de &quot;{}&quot; ; ajoutez &quot;least&quot;, &quot;most&quot;, &quot;is&quot; ou &quot;changes&quot;.</translation>
    </message>
    <message>
        <source>&quot;times&quot; is a whole number from 1 to 1000.</source>
        <translation>&quot;times&quot; est un nombre entier de 1 à 1000.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a list of conditions.</source>
        <translation>&quot;{}&quot; est une liste de conditions.</translation>
    </message>
    <message>
        <source>a condition is an object with &quot;fact&quot;, &quot;did&quot;, &quot;all&quot; or &quot;any&quot;.</source>
        <translation>une condition est un objet avec &quot;fact&quot;, &quot;did&quot;, &quot;all&quot; ou &quot;any&quot;.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a text.</source>
        <translation>&quot;{}&quot; est un texte.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a text, or texts by language: {{&quot;en&quot;: &quot;…&quot;}}.</source>
        <translation>&quot;{}&quot; est un texte, ou des textes par langue : {{&quot;en&quot;: &quot;…&quot;}}.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; in &quot;{}&quot; is a text.</source>
        <translation>&quot;{}&quot; dans &quot;{}&quot; est un texte.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is {}, from 0.</source>
        <translation>&quot;{}&quot; est {}, à partir de 0.</translation>
    </message>
    <message>
        <source>is an object.</source>
        <translation>est un objet.</translation>
    </message>
    <message>
        <source>&quot;set&quot; is an object of settings.</source>
        <translation>&quot;set&quot; est un objet de réglages.</translation>
    </message>
    <message>
        <source>the number of a test image</source>
        <translation>le numéro d’une image de test</translation>
    </message>
    <message>
        <source>a step of the dynamics</source>
        <translation>un pas de la dynamique</translation>
    </message>
    <message>
        <source>&quot;restart&quot; is true or false.</source>
        <translation>&quot;restart&quot; vaut true ou false.</translation>
    </message>
    <message>
        <source>the picture stands in the lesson&apos;s own folder.</source>
        <translation>l’image est dans le dossier même de la leçon.</translation>
    </message>
    <message>
        <source>needs &quot;done&quot;, the condition by which it is noticed that the task was done.</source>
        <translation>il faut &quot;done&quot;, la condition à laquelle on voit que la tâche est faite.</translation>
    </message>
    <message>
        <source>&quot;hide&quot; is a list.</source>
        <translation>&quot;hide&quot; est une liste.</translation>
    </message>
    <message>
        <source>&quot;number&quot; is a number: where the lesson stands.</source>
        <translation>&quot;number&quot; est un nombre : où vient la leçon.</translation>
    </message>
    <message>
        <source>&quot;minutes&quot; is a whole number from 1 to 600.</source>
        <translation>&quot;minutes&quot; est un nombre entier de 1 à 600.</translation>
    </message>
    <message>
        <source>&quot;steps&quot; is a list of 1 to {} steps.</source>
        <translation>&quot;steps&quot; est une liste de 1 à {} étapes.</translation>
    </message>
    <message>
        <source>step {}</source>
        <translation>étape {}</translation>
    </message>
    <message>
        <source>is a list of points t, s, t, s, …, at least two of them; write it like [0, 0, 1, 1].</source>
        <translation>est une liste de points t, s, t, s, …, deux au moins ; écrivez-la comme [0, 0, 1, 1].</translation>
    </message>
    <message>
        <source>t = {} comes after t = {}; the times of its points must grow.</source>
        <translation>t = {} vient après t = {} ; les temps de ses points doivent croître.</translation>
    </message>
    <message>
        <source>must begin at t = 0 and end at t = 1.</source>
        <translation>doit commencer à t = 0 et finir à t = 1.</translation>
    </message>
    <message>
        <source>must begin at s = {} and end at s = 1, where the spins are read.</source>
        <translation>doit commencer à s = {} et finir à s = 1, où les spins sont lus.</translation>
    </message>
    <message>
        <source>an Ising machine settles spins and bits; use &quot;sign&quot; or &quot;heaviside&quot;, or another machine.</source>
        <translation>une machine d’Ising relaxe des spins et des bits ; prenez &quot;sign&quot; ou &quot;heaviside&quot;, ou une autre machine.</translation>
    </message>
    <message>
        <source>couplings cannot find a maximum; use &quot;average&quot;, or another machine.</source>
        <translation>des couplages ne peuvent pas trouver un maximum ; prenez &quot;average&quot;, ou une autre machine.</translation>
    </message>
    <message>
        <source>an Ising machine&apos;s convolutions vote with spins; use &quot;sign&quot;, or fully connected layers.</source>
        <translation>les convolutions d’une machine d’Ising votent par spins ; prenez &quot;sign&quot;, ou des couches denses.</translation>
    </message>
    <message>
        <source>{} is not colder than beta_hot, {}; make it larger.</source>
        <translation>{} n’est pas plus froid que beta_hot, {} ; prenez plus grand.</translation>
    </message>
    <message>
        <source>means of {} free reads are compared with means of {}; give both phases as many.</source>
        <translation>des moyennes de {} lectures libres sont comparées à des moyennes de {} ; donnez-en autant aux deux phases.</translation>
    </message>
    <message>
        <source>the run has used {:.3g} s of chip time and stops here; what it has learnt is kept. Raise the limit to go on.</source>
        <translation>l’entraînement a pris {} s de temps de puce et s’arrête ici ; ce qu’il a appris est gardé. Levez la limite pour continuer.</translation>
    </message>
    <message>
        <source>the chip answered with {} reads where {} were asked for.</source>
        <translation>la puce a répondu par {} lectures, et {} étaient demandées.</translation>
    </message>
    <message>
        <source>one bit has no zero; use 2 to 16, or 0.</source>
        <translation>un bit n’a pas de zéro ; prenez 2 à 16, ou 0.</translation>
    </message>
    <message>
        <source>the integer machine counts bits, so that it needs binary weights and the activation &quot;heaviside&quot;; set both, or use &quot;energy&quot;.</source>
        <translation>la machine entière compte des bits, il lui faut donc des poids binaires et l’activation &quot;heaviside&quot; ; mettez les deux, ou prenez &quot;energy&quot;.</translation>
    </message>
    <message>
        <source>the integer machine runs fully connected networks; remove the convolutions, or use &quot;energy&quot;.</source>
        <translation>la machine entière fait tourner des réseaux denses ; enlevez les convolutions, ou prenez &quot;energy&quot;.</translation>
    </message>
    <message>
        <source>the integer machine counts up to 32,767 neurons of a layer; make the layers smaller, or use &quot;energy&quot;.</source>
        <translation>la machine entière compte jusqu’à 32 767 neurones par couche ; prenez des couches plus petites, ou &quot;energy&quot;.</translation>
    </message>
    <message>
        <source>the integer machine&apos;s neurons listen at every state; set it to 0.5, or use &quot;energy&quot;.</source>
        <translation>les neurones de la machine entière écoutent à tout état ; mettez 0.5, ou prenez &quot;energy&quot;.</translation>
    </message>
    <message>
        <source>the prototypical dynamics cannot run binary activations, because simultaneous hard updates need not converge; use &quot;energy&quot;, or the activation &quot;hardsigmoid&quot;.</source>
        <translation>la dynamique prototypique ne peut pas avoir d’activations binaires, car des mises à jour brusques et simultanées peuvent ne pas converger ; prenez &quot;energy&quot;, ou l’activation &quot;hardsigmoid&quot;.</translation>
    </message>
    <message>
        <source>spins are settled by an Ising machine, because the sign of an input need not converge; use &quot;annealing&quot;, or the activation &quot;heaviside&quot;.</source>
        <translation>les spins sont relaxés par une machine d’Ising, car le signe d’une entrée peut ne pas converger ; prenez &quot;annealing&quot;, ou l’activation &quot;heaviside&quot;.</translation>
    </message>
    <message>
        <source>has {} values; it needs one for all convolutions or {}, one a convolution.</source>
        <translation>a {} valeurs ; il en faut une pour toutes les convolutions ou {}, une par convolution.</translation>
    </message>
    <message>
        <source>convolutions need the channels, height and width of an input, like [1, 28, 28].</source>
        <translation>les convolutions demandent les canaux, la hauteur et la largeur d’une entrée, comme [1, 28, 28].</translation>
    </message>
    <message>
        <source>{} × {} × {} makes {} values but the first layer has {}; give it {}.</source>
        <translation>{} × {} × {} fait {} valeurs mais la première couche en a {} ; donnez-lui-en {}.</translation>
    </message>
    <message>
        <source>nothing is left of the {} × {} maps below layer {} after a kernel of {} with padding {} and pooling {}; take fewer convolutions, more padding or less pooling.</source>
        <translation>il ne reste rien des cartes de {} × {} sous la couche {} après un noyau de {}, une marge de {} et un pooling de {} ; prenez moins de convolutions, plus de marge ou moins de pooling.</translation>
    </message>
    <message>
        <source>{} zeros around the maps below layer {} are more than its kernel of {} can see; {} is the most that makes sense.</source>
        <translation>{} zéros autour des cartes sous la couche {}, c’est plus que ce que voit son noyau de {} ; {} est le plus qui ait un sens.</translation>
    </message>
    <message>
        <source>layer {} would have {} neurons, more than the {} that are possible; take fewer channels.</source>
        <translation>la couche {} aurait {} neurones, plus que les {} possibles ; prenez moins de canaux.</translation>
    </message>
    <message>
        <source>needs two numbers, rows and columns of cells, like [5, 5].</source>
        <translation>il faut deux nombres, lignes et colonnes de cellules, comme [5, 5].</translation>
    </message>
    <message>
        <source>layers either are convolutions or fill the cells of a chip; empty network.convolutions, or this.</source>
        <translation>des couches sont ou bien des convolutions ou bien les cellules d’une puce ; videz network.convolutions, ou ceci.</translation>
    </message>
    <message>
        <source>qubits are spins and couplers have real values; set network.activation to &quot;sign&quot; and network.weights to &quot;real&quot;, or leave the list empty.</source>
        <translation>les qubits sont des spins et les coupleurs ont des valeurs réelles ; mettez network.activation à &quot;sign&quot; et network.weights à &quot;real&quot;, ou laissez la liste vide.</translation>
    </message>
    <message>
        <source>{} × {} cells of Chimera make the layers [{}], of four neurons for every half cell; fewer layers leave out those at the rim.</source>
        <translation>{} × {} cellules de Chimera font les couches [{}], de quatre neurones par demi-cellule ; moins de couches laissent de côté celles du bord.</translation>
    </message>
    <message>
        <source>needs at least the inputs and the outputs, like [784, 10].</source>
        <translation>il faut au moins les entrées et les sorties, comme [784, 10].</translation>
    </message>
    <message>
        <source>real weights have no scaling factor; set it to 0, or the weights to &quot;binary&quot;.</source>
        <translation>des poids réels n’ont pas de facteur d’échelle ; mettez 0, ou les poids à &quot;binary&quot;.</translation>
    </message>
    <message>
        <source>the last layer has {} neurons, which is no multiple of the {} outputs per class; {} would do.</source>
        <translation>la dernière couche a {} neurones, ce qui n’est pas un multiple des {} sorties par classe ; {} irait.</translation>
    </message>
    <message>
        <source>{} outputs with {} per class make fewer than two classes; give the last layer at least {} neurons.</source>
        <translation>{} sorties avec {} par classe font moins de deux classes ; donnez {} neurones au moins à la dernière couche.</translation>
    </message>
    <message>
        <source>{} weights are more than the {} that are possible; make the largest layers smaller.</source>
        <translation>{} poids, c’est plus que les {} possibles ; prenez les plus grandes couches plus petites.</translation>
    </message>
    <message>
        <source>tensor {}: has the shape [{}]; the network needs [{}].</source>
        <translation>tenseur {} : a la forme [{}] ; le réseau demande [{}].</translation>
    </message>
    <message>
        <source>tensor {}: its weights are not binary; all must be ±1 (with an alpha beside them) or ±α.</source>
        <translation>tenseur {} : ses poids ne sont pas binaires ; tous doivent être ±1 (avec un alpha à côté) ou ±α.</translation>
    </message>
    <message>
        <source>tensor {}: its weights are ±{} but alpha is {}; they must be ±1 or ±alpha.</source>
        <translation>tenseur {} : ses poids sont ±{} mais alpha vaut {} ; il faut ±1 ou ±alpha.</translation>
    </message>
    <message>
        <source>tensor {}: has weights where no coupler of the cells is; they must be 0.</source>
        <translation>tenseur {} : a des poids où il n’y a pas de coupleur des cellules ; ils doivent être 0.</translation>
    </message>
    <message>
        <source>the sum of the J of half of qubit {}</source>
        <translation>la somme des J d’une moitié du qubit {}</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{} : {}</translation>
    </message>
    <message>
        <source>Binary activations have no gradient through time to compare with; choose hardsigmoid.</source>
        <translation>Les activations binaires n’ont pas de gradient dans le temps à comparer ; choisissez hardsigmoïde.</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un nombre</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texte</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>une valeur</translation>
    </message>
    <message>
        <source>a whole number {}</source>
        <translation>un nombre entier {}</translation>
    </message>
    <message>
        <source>a number {}</source>
        <translation>un nombre {}</translation>
    </message>
    <message>
        <source>a list of whole numbers {}</source>
        <translation>une liste de nombres entiers {}</translation>
    </message>
    <message>
        <source>a list of numbers {}</source>
        <translation>une liste de nombres {}</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>chiffre</translation>
    </message>
    <message>
        <source>class</source>
        <translation>classe</translation>
    </message>
    <message>
        <source>images</source>
        <translation>images</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>étiquettes</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>de moins</translation>
    </message>
    <message>
        <source>more</source>
        <translation>de plus</translation>
    </message>
    <message>
        <source>qubits</source>
        <translation>qubits</translation>
    </message>
    <message>
        <source>couplers</source>
        <translation>coupleurs</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>submitting</source>
        <translation>envoi</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>annulation</translation>
    </message>
    <message>
        <source>header</source>
        <translation>en-tête</translation>
    </message>
    <message>
        <source>timing</source>
        <translation>temps</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>expérience</translation>
    </message>
    <message>
        <source>sweep</source>
        <translation>série</translation>
    </message>
    <message>
        <source>session</source>
        <translation>session</translation>
    </message>
    <message>
        <source>lesson</source>
        <translation>leçon</translation>
    </message>
    <message>
        <source>spin</source>
        <translation>spin</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>lignes</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>colonnes</translation>
    </message>
    <message>
        <source>tile</source>
        <translation>tuile</translation>
    </message>
    <message>
        <source>size</source>
        <translation>taille</translation>
    </message>
    <message>
        <source>a graph to draw has edges, and at most {} nodes.</source>
        <translation>un graphe à dessiner a des arêtes, et {} nœuds au plus.</translation>
    </message>
    <message>
        <source>{} must be a text.</source>
        <translation>{} doit être un texte.</translation>
    </message>
    <message>
        <source>{} must be true or false.</source>
        <translation>{} doit être true ou false.</translation>
    </message>
    <message>
        <source>is not a picture that can be read ({}); PNG and JPEG can be.</source>
        <translation>n’est pas une image lisible ({}) ; PNG et JPEG le sont.</translation>
    </message>
    <message>
        <source>shows nothing: all of it has the same brightness.</source>
        <translation>ne montre rien : tout a la même luminosité.</translation>
    </message>
    <message>
        <source>there is no run in this folder; the folder of one has an experiment.nudge.</source>
        <translation>il n’y a pas d’entraînement dans ce dossier ; un dossier d’entraînement a un experiment.nudge.</translation>
    </message>
    <message>
        <source>experiment is missing.</source>
        <translation>l’expérience manque.</translation>
    </message>
    <message>
        <source>{} neurons need {} qubits, {} has {}. Take a larger chip.</source>
        <translation>{} neurones demandent {} qubits, {} en a {}. Prenez une puce plus grande.</translation>
    </message>
    <message>
        <source>the network has {} neurons; no chip has qubits for more than some hundred. Take smaller layers, or begin with an example.</source>
        <translation>le réseau a {} neurones ; aucune puce n’a de qubits pour plus de quelques centaines. Prenez des couches plus petites, ou commencez par un exemple.</translation>
    </message>
    <message>
        <source>only convolutions that are an Ising problem can be placed</source>
        <translation>seules des convolutions qui sont un problème d’Ising peuvent être placées</translation>
    </message>
    <message>
        <source>cannot be written: {}.</source>
        <translation>ne peut pas être écrit : {}.</translation>
    </message>
    <message>
        <source>There is not enough memory for this network or data set.</source>
        <translation>Il n’y a pas assez de mémoire pour ce réseau ou ce jeu de données.</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Fichier ou dossier inexistant</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Permission refusée</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Plus de place sur le disque</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Système de fichiers en lecture seule</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Est un dossier</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>N’est pas un dossier</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Le fichier existe</translation>
    </message>
</context>
</TS>
